import type { CaseQueue, QueuedCase, QueueState } from "../domain/feedback/case-queue.ts";
import type { Sql } from "./database.ts";
import { foldWord } from "./fold-words.ts";
import { fromCase, isGrouped, openStatuses, pausedStatuses } from "./feedback-rows.ts";
import { isOwn, isReached, postsOf } from "./staff-reach.ts";

const states: Record<QueueState, string> = {
  open: `f.status in ${openStatuses}`,
  waiting: `f.status in ${pausedStatuses}`,
  "to-decide": `(f.status = 'reopen-requested' or f.extension is not null or (f.draft ->> 'isSubmitted')::boolean)`,
  ended: `f.status not in ${openStatuses} and f.status <> 'reopen-requested'`,
};

/** The queue of cases on PostgreSQL. */
export function createCaseQueue(sql: Sql): CaseQueue {
  return {
    async reach(code, staff) {
      const [found] = await sql.query<{ code: string }>(
        `select f.code ${fromCase} where f.code = $5 and ${isReached("f")}`,
        [...postsOf(staff), code],
      );
      return found?.code;
    },
    list(filter, { after, limit }) {
      const direction = filter.state === "ended" ? "desc" : "asc";
      const compare = direction === "asc" ? ">" : "<";
      const far = "'infinity'::timestamptz";
      return sql.query<QueuedCase>(
        `select f.id::text, f.code, f.version, f.status, f.urgency, f.content, field.name as field, f.due_at as "dueAt",
                u.name as "unitName", s.full_name as "officerName", f.is_demonstration as "isDemonstration"
         ${fromCase}
         where ${states[filter.state]} and ${isReached("f")} and (not $5::boolean or ${isOwn("f")})
           and not exists (select from unnest($6::text[]) word where position(word in f.search_text) = 0)
           and (cardinality($6::text[]) > 0 or not ${isGrouped("f")})
           and ($10::text is null or field.name = $10)
           and ($7::bigint is null or (coalesce(f.due_at, ${far}), f.id) ${compare} (coalesce($8::timestamptz, ${far}), $7))
         order by coalesce(f.due_at, ${far}) ${direction}, f.id ${direction} limit $9`,
        [
          ...postsOf(filter.staff),
          filter.isOwnOnly,
          filter.words.map(foldWord),
          after?.id ?? null,
          after?.dueAt ?? null,
          limit,
          filter.field ?? null,
        ],
      );
    },
  };
}
