import { createHash, randomInt } from "node:crypto";
import { joiningCodeMinutes, type IdentityStore } from "../domain/people/identity-store.ts";
import type { Sql } from "./database.ts";

/** Without those that look alike. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const codeLength = 8;

/** What is kept under a person's name and found by it. What is only written down for the record stays as it is. */
const keptByPerson = ["feedback", "proof_attempt"];

/** One person on several channels, on PostgreSQL. `sql` is the turn's transaction. */
export function createIdentityStore(sql: Sql): IdentityStore {
  /** The person that all of these conversations become. */
  async function choosePerson(conversationIds: readonly string[], now: Date): Promise<string> {
    const known = await sql.query<{ person_id: string }>(
      "select distinct person_id from conversation where id = any ($1) and person_id is not null order by person_id",
      [conversationIds],
    );
    const [first] = known.length
      ? known
      : await sql.query<{ person_id: string }>(
          "insert into person (created_at) values ($1) returning id as person_id",
          [now],
        );
    return first!.person_id;
  }

  return {
    async issueCode(conversationId, now) {
      const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
      await sql.query("delete from joining_code where conversation_id = $1 and used_at is null", [
        conversationId,
      ]);
      await sql.query(
        "insert into joining_code (code_digest, conversation_id, created_at, expires_at) values ($1, $2, $3, $4)",
        [digest(code), conversationId, now, new Date(now.getTime() + joiningCodeMinutes * 60_000)],
      );
      return code;
    },
    async findCode(code, conversationId, now) {
      const [row] = await sql.query<{ conversationId: string; channel: string }>(
        `select c.id as "conversationId", c.channel
         from joining_code j join conversation c on c.id = j.conversation_id
         where j.code_digest = $1 and j.conversation_id <> $2 and j.used_at is null and j.expires_at > $3
         for update of j`,
        [digest(code), conversationId, now],
      );
      return row && { code, ...row };
    },
    async join({ code, conversationId: otherId }, conversationId, now) {
      await sql.query("update joining_code set used_at = $2 where code_digest = $1", [digest(code), now]);
      const both = [conversationId, otherId];
      const person = await choosePerson(both, now);
      // Whoever was joined to either before comes along.
      const joined = await sql.query<{ name: string }>(
        `update conversation c set person_id = $2
         from conversation old
         where old.id = c.id and (c.id = any ($1)
           or c.person_id in (select person_id from conversation where id = any ($1)))
         returning coalesce('person:' || old.person_id, c.channel || ':' || c.external_id) as name`,
        [both, person],
      );
      for (const table of keptByPerson)
        await sql.query(`update ${table} set person = $2 where person = any ($1)`, [
          joined.map(({ name }) => name),
          `person:${person}`,
        ]);
    },
  };
}

function digest(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
