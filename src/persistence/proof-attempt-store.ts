import type { ProofAttemptStore } from "../domain/people/second-proof.ts";
import type { Sql } from "./database.ts";

export function createProofAttemptStore(sql: Sql): ProofAttemptStore {
  return {
    async countSince(since, person, code) {
      // Until the turn ends: guesses made at once by many are counted one after another.
      await sql.query("select pg_advisory_xact_lock(hashtextextended('proof:' || $1, 0))", [code]);
      const [counts] = await sql.query<{ byPerson: number; byCode: number }>(
        `select (select count(*)::int from proof_attempt where person = $2 and tried_at >= $1) as "byPerson",
                (select count(*)::int from proof_attempt where dossier_code = $3 and tried_at >= $1) as "byCode"`,
        [since, person, code],
      );
      return counts!;
    },
    async record({ person, code, triedAt }) {
      await sql.query("insert into proof_attempt (person, dossier_code, tried_at) values ($1, $2, $3)", [
        person,
        code,
        triedAt,
      ]);
    },
  };
}
