import { mostQueueViews, type QueueView, type QueueViewStore } from "../domain/feedback/case-queue.ts";
import type { Sql } from "./database.ts";

/** Looks at the queue that people keep, on PostgreSQL. */
export function createQueueViewStore(sql: Sql): QueueViewStore {
  return {
    of: (username) =>
      sql.query<QueueView>(
        `select v.id::text, v.name, v.query from queue_view v join staff_member s on s.id = v.staff_id
         where s.username = $1 order by v.name`,
        [username],
      ),
    async keep(username, { name, query }, now) {
      const kept = await sql.query(
        `insert into queue_view (staff_id, name, query, created_at)
         select s.id, $2, $3, $4 from staff_member s
         where s.username = $1 and (
           (select count(*) from queue_view v where v.staff_id = s.id) < ${mostQueueViews}
           or exists (select from queue_view v where v.staff_id = s.id and v.name = $2))
         on conflict (staff_id, name) do update set query = excluded.query
         returning id`,
        [username, name, query, now],
      );
      return kept.length > 0;
    },
    async forget(username, id) {
      await sql.query(
        "delete from queue_view v using staff_member s where v.id = $2 and s.id = v.staff_id and s.username = $1",
        [username, id],
      );
    },
  };
}
