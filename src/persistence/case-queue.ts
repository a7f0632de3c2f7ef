import {
  boardColumns,
  type BoardCase,
  type CaseQueue,
  type QueuedCase,
  type QueueFilter,
  type QueueState,
} from "../domain/feedback/case-queue.ts";
import type { Sql } from "./database.ts";
import { foldWord } from "./fold-words.ts";
import { fromCase, isGrouped, openStatuses, pausedStatuses, unitPathOf } from "./feedback-rows.ts";
import { isOwn, isReached, postsOf } from "./staff-reach.ts";

const isToDecide = `(f.status = 'reopen-requested' or f.extension is not null or coalesce((f.draft ->> 'isSubmitted')::boolean, false))`;

const states: Record<QueueState, string> = {
  open: `f.status in ${openStatuses}`,
  "to-accept": `f.status in ('new', 'classified', 'assigned', 'reopened') and not ${isToDecide}`,
  "in-work": `f.status = 'in-progress' and not ${isToDecide}`,
  waiting: `f.status in ${pausedStatuses} and not ${isToDecide}`,
  "to-decide": `(f.status in ${openStatuses} or f.status = 'reopen-requested') and ${isToDecide}`,
  ended: `f.status not in ${openStatuses} and f.status <> 'reopen-requested'`,
};

const columns = `f.id::text, f.code, f.version, f.status, f.urgency, f.content, field.name as field, f.due_at as "dueAt",
  u.name as "unitName", s.full_name as "officerName", f.is_demonstration as "isDemonstration"`;

const far = "'infinity'::timestamptz";

/** The cases of a state in their order, as `select`ed; $1 to $4 whose eyes, $5 own alone, $6 words, $7 field. */
function casesIn(select: string, state: QueueState, andFurther: string): string {
  const direction = state === "ended" ? "desc" : "asc";
  return `select ${select} ${fromCase}
    where ${states[state]} and ${isReached("f")} and (not $5::boolean or ${isOwn("f")})
      and not exists (select from unnest($6::text[]) word where position(word in f.search_text) = 0)
      and (cardinality($6::text[]) > 0 or not ${isGrouped("f")})
      and ($7::text is null or field.name = $7) ${andFurther}
    order by coalesce(f.due_at, ${far}) ${direction}, f.id ${direction}`;
}

function valuesOf({ staff, isOwnOnly, words, field }: Omit<QueueFilter, "state">): unknown[] {
  return [...postsOf(staff), isOwnOnly, words.map(foldWord), field ?? null];
}

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
      const compare = filter.state === "ended" ? "<" : ">";
      const rest = `and ($8::bigint is null or (coalesce(f.due_at, ${far}), f.id) ${compare} (coalesce($9::timestamptz, ${far}), $8))`;
      return sql.query<QueuedCase>(`${casesIn(columns, filter.state, rest)} limit $10`, [
        ...valuesOf(filter),
        after?.id ?? null,
        after?.dueAt ?? null,
        limit,
      ]);
    },
    board: (filter, limit) =>
      Promise.all(
        boardColumns.map(async (column) => {
          const select = `${columns}, f.draft, f.extension, s.username as officer, u.code as "unitCode",
            ${unitPathOf("u.id")} as "unitPath", (count(*) over ())::int as total`;
          const rows = await sql.query<BoardCase & { total: number }>(
            `${casesIn(select, column, "")} limit $8`,
            [...valuesOf(filter), limit],
          );
          return { column, cases: rows, total: rows[0]?.total ?? 0 };
        }),
      ),
  };
}
