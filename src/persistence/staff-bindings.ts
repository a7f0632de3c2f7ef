import type { PlannedNotice } from "../domain/notices/notice.ts";
import type { Database, Sql } from "./database.ts";
import { createNoticeStore } from "./notice-store.ts";

/** So long before a messenger account is unlinked its owner is asked to confirm it. */
const remindDays = 14;

/** From now on the conversation speaks for them, unless somebody else's took it meanwhile or they have left. */
export async function bind(sql: Sql, conversationId: string, username: string, now: Date): Promise<void> {
  await sql.query(
    `with bound as (
       update conversation c set speaker = s.username from staff_member s
       where c.id = $1 and s.username = $2 and s.left_at is null and c.speaker in ('citizen', s.username)
       returning c.id, s.id as staff_id
     ), kept as (
       insert into staff_binding (conversation_id, staff_id, bound_at, confirmed_at)
       select id, staff_id, $3, $3 from bound
       on conflict (conversation_id) do update
       set staff_id = excluded.staff_id, bound_at = excluded.bound_at, confirmed_at = excluded.confirmed_at,
           reminded_at = null
     )
     insert into staff_event (staff_id, happened_at, kind, actor, detail)
     select staff_id, $3, 'linked', $2, jsonb_build_object('conversationId', id::text) from bound`,
    [conversationId, username, now],
  );
}

/** They still speak from here. */
export async function confirmBinding(sql: Sql, conversationId: string, now: Date): Promise<void> {
  await sql.query(
    "update staff_binding set confirmed_at = $2, reminded_at = null where conversation_id = $1",
    [conversationId, now],
  );
}

/** Asks for messenger accounts to be confirmed that soon lapse, and unlinks those that have. Returns how many of both. */
export function tendBindings(
  database: Database,
  months: number,
  now: Date,
): Promise<{ reminded: number; unlinked: number }> {
  if (months === 0) return Promise.resolve({ reminded: 0, unlinked: 0 });
  return database.transaction(async (sql) => {
    const unlinked = await sql.query(
      `with lapsed as (
         delete from staff_binding where confirmed_at < $1::timestamptz - make_interval(months => $2)
         returning conversation_id, staff_id
       ), freed as (
         update conversation c set speaker = 'citizen', state = '{}'
         from lapsed l join staff_member s on s.id = l.staff_id where c.id = l.conversation_id and c.speaker = s.username
         returning c.id, l.staff_id
       )
       insert into staff_event (staff_id, happened_at, kind, actor, detail)
       select staff_id, $1, 'unlinked', 'system', jsonb_build_object('conversationId', id::text, 'why', 'not confirmed')
       from freed returning 1`,
      [now, months],
    );
    const lapsing = await sql.query<{ conversationId: string; lapsesAt: Date }>(
      `update staff_binding set reminded_at = $1
       where reminded_at is null
         and confirmed_at < $1::timestamptz - make_interval(months => $2) + interval '${remindDays} days'
       returning conversation_id::text as "conversationId", confirmed_at + make_interval(months => $2) as "lapsesAt"`,
      [now, months],
    );
    await createNoticeStore(sql).plan(
      lapsing.map(({ conversationId, lapsesAt }): PlannedNotice => ({
        key: `binding-lapses:${conversationId}:${lapsesAt.toISOString()}`,
        kind: "binding-lapses",
        recipient: { kind: "conversation", conversationId },
        facts: { lapsesAt: lapsesAt.toISOString() },
        dueAt: now,
        expiresAt: lapsesAt,
      })),
      now,
    );
    return { reminded: lapsing.length, unlinked: unlinked.length };
  });
}
