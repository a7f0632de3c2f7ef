import type { NoticeStore } from "../domain/notices/notice.ts";
import type { Sql } from "./database.ts";

/** What is to be said unasked, on PostgreSQL. */
export function createNoticeStore(sql: Sql): NoticeStore {
  return {
    async plan(notices, now) {
      if (notices.length === 0) return;
      await sql.query(
        `insert into notice (key, kind, recipient, facts, subject_kind, subject_id, planned_at, due_at, expires_at)
         select n.key, n.kind, n.recipient, n.facts, n.subject ->> 'kind', (n.subject ->> 'id')::bigint, $2,
                n."dueAt", n."expiresAt"
         from jsonb_to_recordset($1::jsonb) as n (key text, kind text, recipient jsonb, facts jsonb, subject jsonb,
                                                  "dueAt" timestamptz, "expiresAt" timestamptz)
         on conflict (key) do update
         set status = 'planned', settled_at = null, reason = null, due_at = excluded.due_at, facts = excluded.facts,
             recipient = excluded.recipient, expires_at = excluded.expires_at, planned_at = excluded.planned_at
         where notice.status = 'cancelled'`,
        [JSON.stringify(notices), now],
      );
    },
    async cancel({ kind, id }, reason, now, kinds) {
      await sql.query(
        `update notice set status = 'cancelled', reason = $3, settled_at = $4
         where subject_kind = $1 and subject_id = $2 and status = 'planned' and ($5::text[] is null or kind = any ($5))`,
        [kind, id, reason, now, kinds ?? null],
      );
    },
  };
}
