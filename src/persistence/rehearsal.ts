import type { Database } from "./database.ts";

/** What was said this long ago still keeps a reminder from being said again. */
const remembered = "interval '60 days'";

/** The channel of those who can be reached nowhere. */
export const unlinked = "unlinked";

/**
 * Works on a copy of everything that planning and saying notices changes: nothing is locked or changed for anyone else,
 * and all of it is gone afterwards. Staff who can be reached nowhere have a conversation there on the channel `unlinked`.
 */
export async function rehearse<Result>(
  database: Database,
  { from, until }: { from: Date; until: Date },
  work: (rehearsed: Database) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (sql) => {
    // Temporary tables come before those of the same name.
    for (const table of [
      "conversation",
      "outbox",
      "notice",
      "reminder_plan",
      "reminder_snooze",
      "following_progress",
    ])
      await sql.query(`create temp table ${table} (like public.${table} including all) on commit drop`);
    await sql.query(
      `insert into pg_temp.notice overriding system value
       select * from public.notice where status = 'planned' and due_at <= $2 or due_at > $1::timestamptz - ${remembered}`,
      [from, until],
    );
    await sql.query(
      `insert into pg_temp.outbox overriding system value
       select * from public.outbox o where o.id in (select outbox_id from pg_temp.notice)`,
    );
    await sql.query(
      `insert into pg_temp.conversation overriding system value
       select * from public.conversation c
       where c.speaker <> 'citizen' or c.id in (
         select conversation_id from pg_temp.outbox
         union all select (recipient ->> 'conversationId')::bigint from pg_temp.notice
         union all select conversation_id from dossier_follow union all select conversation_id from follow_opt_out)`,
    );
    await sql.query("insert into pg_temp.reminder_plan select * from public.reminder_plan");
    await sql.query("insert into pg_temp.reminder_snooze select * from public.reminder_snooze");
    await sql.query("insert into pg_temp.following_progress select * from public.following_progress");
    for (const table of ["conversation", "outbox", "notice"])
      await sql.query(
        `select setval(pg_get_serial_sequence('pg_temp.${table}', 'id'),
                       (select coalesce(max(id), 0) + 1 from public.${table}), false)`,
      );
    await sql.query(
      `insert into pg_temp.conversation (channel, external_id, speaker, created_at, updated_at)
       select '${unlinked}', s.username, s.username, $1, $1 from staff_member s
       where not exists (select from pg_temp.conversation c where c.speaker = s.username and c.channel <> 'terminal')`,
      [from],
    );
    return work({ ...database, ...sql, transaction: (inner) => inner(sql) });
  });
}
