import type { Day } from "../../domain/vietnam-time.ts";
import type { Database, Sql } from "../database.ts";
import type { NotedHead } from "./verify-audit.ts";

/** Where a head goes outside. */
export type HeadPlace = "file" | "webhook";

const sentAt = { file: "filed_at", webhook: "posted_at" } as const;

/** Notes where the chain stands as the end of a day, once; a chain of nothing has no head. */
export async function noteHead(sql: Sql, endedOn: Day, now: Date): Promise<void> {
  await sql.query(
    `insert into audit_head (ended_on, place, hash, taken_at)
     select $1, place, hash, $2 from audit_seal order by place desc limit 1
     on conflict (ended_on) do nothing`,
    [endedOn, now],
  );
}

/**
 * Hands over each head that did not get there yet, the oldest first, until one fails; what it throws is thrown on. Another
 * process that does the same waits, so that each gets there once unless a process dies in between.
 */
export async function sendHeads(
  database: Database,
  place: HeadPlace,
  send: (head: NotedHead) => Promise<void>,
  now: () => Date,
): Promise<number> {
  for (let sent = 0; ; sent += 1) {
    const isSent = await database.transaction(async (sql) => {
      const [head] = await sql.query<NotedHead>(
        `select ended_on as day, place::int, hash from audit_head where ${sentAt[place]} is null
         order by ended_on limit 1 for update`,
      );
      if (!head) return false;
      await send(head);
      await sql.query(`update audit_head set ${sentAt[place]} = $2 where ended_on = $1`, [head.day, now()]);
      return true;
    });
    if (!isSent) return sent;
  }
}
