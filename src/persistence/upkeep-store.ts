import type { AnsweredCase, UpkeepStore, WaitingCase } from "../domain/feedback/upkeep-cases.ts";
import type { Sql } from "./database.ts";

/** What cases wait for, on PostgreSQL. The conditions are those of the indexes. */
export function createUpkeepStore(sql: Sql): UpkeepStore {
  return {
    unopened: (afterId, limit) =>
      sql.query<WaitingCase>(
        "select id, code from feedback where status = 'new' and policy_id is null and id > $1 order by id limit $2",
        [afterId, limit],
      ),
    answeredElsewhere: (afterId, limit) =>
      sql.query<WaitingCase>(
        `select id, code from feedback
         where answered_at is not null
           and status not in ('answered', 'closed', 'refused', 'forwarded', 'reopen-requested', 'withdrawn')
           and id > $1 order by id limit $2`,
        [afterId, limit],
      ),
    answered: (before, afterId, limit) =>
      sql.query<AnsweredCase>(
        `select f.id, f.code, f.answered_at as "answeredAt", u.code as "unitCode"
         from feedback f left join unit u on u.id = f.unit_id
         where f.status = 'answered' and f.answered_at < $1 and f.id > $2 order by f.id limit $3`,
        [before, afterId, limit],
      ),
  };
}
