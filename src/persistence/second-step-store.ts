import { createHash, randomInt } from "node:crypto";
import {
  lockMinutes,
  recoveryCodeCount,
  wrongCodesAllowed,
  type SecondStepState,
  type SecondStepStore,
  type StepTry,
} from "../domain/staff/second-step.ts";
import type { Database, Sql } from "./database.ts";
import { newSecret, offerOf, stepOfCode } from "./time-codes.ts";

const purpose = "staff_second_step.secret";
const codeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

interface StepRow {
  id: number;
  secret: string;
  lastStep: string | null;
  failures: number;
  locks: number;
  lockedUntil: Date | null;
}

/** Second steps on PostgreSQL, their secrets sealed. */
export function createSecondStepStore(
  database: Pick<Database, "query" | "transaction" | "keyring">,
): SecondStepStore {
  const { keyring } = database;
  async function offered(username: string, sql: Sql = database) {
    const [row] = await sql.query<{ offered: string }>(
      `select p.offered from staff_second_step p join staff_member s on s.id = p.staff_id
       where s.username = $1 and p.offered is not null`,
      [username],
    );
    return row && offerOf(keyring.open(row.offered, purpose), username);
  }

  return {
    isAvailable: keyring.currentId !== undefined,
    async state(username, now) {
      const [row] = await database.query<SecondStepState>(
        `select p.set_up_at as "setUpAt", case when p.locked_until > $2 then p.locked_until end as "lockedUntil",
                (select count(*)::int from staff_recovery_code r where r.staff_id = p.staff_id and r.used_at is null)
                  as "recoveryCodesLeft"
         from staff_second_step p join staff_member s on s.id = p.staff_id where s.username = $1`,
        [username, now],
      );
      return row ?? { setUpAt: null, lockedUntil: null, recoveryCodesLeft: 0 };
    },
    async offer(username) {
      const secret = newSecret();
      await database.query(
        `insert into staff_second_step (staff_id, offered) select id, $2 from staff_member where username = $1
         on conflict (staff_id) do update set offered = excluded.offered`,
        [username, keyring.seal(secret, purpose)],
      );
      return offerOf(secret, username);
    },
    offered: (username) => offered(username),
    confirm: ({ username, sessionId }, code, now) =>
      database.transaction(async (sql) => {
        const offer = await offered(username, sql);
        const step = offer && stepOfCode(plain(code), { secret: offer.secret, now, lastStep: null });
        if (step === undefined) return { kind: "wrong" };
        await sql.query(
          `update staff_second_step p set secret = p.offered, offered = null, set_up_at = $2, last_step = $3,
                  failures = 0, locks = 0, locked_until = null
           from staff_member s where s.id = p.staff_id and s.username = $1`,
          [username, now, step],
        );
        await markPassed(sql, sessionId, now);
        await remember(sql, username, "second-step-set-up", username, now);
        return { kind: "set-up", recoveryCodes: await writeRecoveryCodes(sql, username) };
      }),
    pass: ({ username, sessionId }, code, now) =>
      database.transaction(async (sql): Promise<StepTry> => {
        const [row] = await sql.query<StepRow>(
          `select s.id, p.secret, p.last_step as "lastStep", p.failures, p.locks, p.locked_until as "lockedUntil"
           from staff_second_step p join staff_member s on s.id = p.staff_id
           where s.username = $1 and p.secret is not null for update of p`,
          [username],
        );
        if (!row) return { kind: "wrong", triesLeft: 0 };
        if (row.lockedUntil && row.lockedUntil > now) return { kind: "locked", until: row.lockedUntil };
        const secret = keyring.open(row.secret, purpose);
        if (!(await isRight(sql, row, { username, code: plain(code), now, secret })))
          return noteWrong(sql, row, username, now);
        await sql.query(
          "update staff_second_step set failures = 0, locks = 0, locked_until = null where staff_id = $1",
          [row.id],
        );
        await markPassed(sql, sessionId, now);
        await remember(sql, username, "second-step-passed", username, now);
        return { kind: "passed" };
      }),
    renewRecoveryCodes: (username, now) =>
      database.transaction(async (sql) => {
        await remember(sql, username, "recovery-codes-renewed", username, now);
        return writeRecoveryCodes(sql, username);
      }),
    remove: (username, actor, now) =>
      database.transaction(async (sql) => {
        const removed = await sql.query(
          `with gone as (
             delete from staff_second_step p using staff_member s where s.id = p.staff_id and s.username = $1
             returning p.staff_id, p.secret
           ), codes as (delete from staff_recovery_code r using gone where r.staff_id = gone.staff_id)
           select 1 from gone where secret is not null`,
          [username],
        );
        if (!removed.length) return false;
        await remember(
          sql,
          username,
          actor === username ? "second-step-removed" : "second-step-reset",
          actor,
          now,
        );
        return true;
      }),
  };
}

/** A code of the authenticator counts once, and so does a recovery code. */
async function isRight(
  sql: Sql,
  row: StepRow,
  { username, code, now, secret }: { username: string; code: string; now: Date; secret: string },
): Promise<boolean> {
  const step = stepOfCode(code, {
    secret,
    now,
    lastStep: row.lastStep === null ? null : Number(row.lastStep),
  });
  if (step !== undefined) {
    await sql.query("update staff_second_step set last_step = $2 where staff_id = $1", [row.id, step]);
    return true;
  }
  const used = await sql.query(
    `update staff_recovery_code set used_at = $3 where staff_id = $1 and code_digest = $2 and used_at is null returning 1`,
    [row.id, digest(code), now],
  );
  if (used.length) await remember(sql, username, "recovery-code-used", username, now);
  return used.length > 0;
}

async function noteWrong(
  sql: Sql,
  { id, failures, locks }: StepRow,
  username: string,
  now: Date,
): Promise<StepTry> {
  const triesLeft = wrongCodesAllowed - failures - 1;
  if (triesLeft > 0) {
    await sql.query("update staff_second_step set failures = failures + 1 where staff_id = $1", [id]);
    return { kind: "wrong", triesLeft };
  }
  const until = new Date(now.getTime() + lockMinutes(locks) * 60_000);
  await sql.query(
    "update staff_second_step set failures = 0, locks = locks + 1, locked_until = $2 where staff_id = $1",
    [id, until],
  );
  await remember(sql, username, "second-step-locked", username, now, { until: until.toISOString() });
  return { kind: "locked", until };
}

async function markPassed(sql: Sql, sessionId: string, now: Date): Promise<void> {
  await sql.query("update staff_session set stepped_at = $2 where id = $1", [sessionId, now]);
}

async function writeRecoveryCodes(sql: Sql, username: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: 10 }, () => codeLetters[randomInt(codeLetters.length)]).join(""),
  );
  await sql.query(
    "delete from staff_recovery_code r using staff_member s where s.id = r.staff_id and s.username = $1",
    [username],
  );
  await sql.query(
    `insert into staff_recovery_code (staff_id, code_digest)
     select s.id, unnest($2::text[]) from staff_member s where s.username = $1`,
    [username, codes.map(digest)],
  );
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

async function remember(sql: Sql, username: string, kind: string, actor: string, now: Date, detail = {}) {
  await sql.query(
    `insert into staff_event (staff_id, happened_at, kind, actor, detail)
     select id, $2, $3, $4, $5 from staff_member where username = $1`,
    [username, now, kind, actor, JSON.stringify(detail)],
  );
}

/** However it was typed. */
function plain(code: string): string {
  return code.replaceAll(/[\s-]/g, "").toUpperCase();
}

/** Recovery codes have 49 bits and tries are few, so a plain digest is enough. */
function digest(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
