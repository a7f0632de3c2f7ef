import type { Prepared } from "../database.ts";
import { eachMeasure, eventsOf, measureColumns, sumsOfMeasures } from "./figure-measures.ts";
import { cellsSql, type KeptQuestion } from "./kept-cells.ts";

const ofEvent = "(c.unit_id in (0, e.unit_id) and c.field_id in (0, e.field_id) and c.mode in ('', e.mode))";

/**
 * The sums of a question's rows before each of some days. `place` counts days from 0: a sum belongs to the day there and all
 * after it, or to that day alone. $1 the days in order, $2 their half months, and where the last day counts up to an instant
 * only, $3 that; `values` go on with those of the question.
 */
export function keptSums(question: KeptQuestion, isRunning: boolean, values: unknown[]): Prepared {
  const { by = "whole", unitCode, field, mode } = question;
  const given = Object.entries({ unitCode, field, mode, isRunning: isRunning || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const text = `
  with recursive ${cellsSql(question, values)}, ${eventsOf("figure_change")}, part as (
    select c.code, c.name, 0 as place, false as is_alone, ${measureColumns}
    from cell c cross join lateral (${sumsOf("'year'", `starts_on < ${firstYear}`)}) s
    union all
    select c.code, c.name, width_bucket(s.starts_on, $2::date[]), false, ${measureColumns}
    from cell c
    cross join lateral (${sumsOf("'half-month'", `starts_on >= ${firstYear} and starts_on < ($2::date[])[cardinality($2)]`)}) s
    union all
    select c.code, c.name, edge.number - 1, true, ${measureColumns}
    from unnest($1::date[], $2::date[]) with ordinality edge (day, half, number)
    cross join cell c
    cross join lateral (${sumsOf("'day'", "starts_on >= edge.half and starts_on < edge.day")}) s
    where edge.half < edge.day
    union all
    select c.code, c.name, width_bucket(e.day, $1::date[]), false, ${measureColumns}
    from event e join cell c on ${ofEvent}
    where e.day < $1[cardinality($1)]
${isRunning ? stillToCome : ""}
  )
  select code, name, place::integer, is_alone as "isAlone", ${sumsOfMeasures}
  from part group by code, name, place, is_alone order by code`;
  return { name: ["kept-sums", by, ...given].join(" "), text };
}

/** Years before it are read as such, so that a question costs the same however far back dossiers go. */
const firstYear = "year_of(($2::date[])[1])";

/** The sums of a cell in a stretch of days. The offset keeps the planner from reading all sums to join them. */
function sumsOf(span: string, stretch: string): string {
  return `select starts_on, ${measureColumns} from figure_sum
      where unit_id = c.unit_id and field_id = c.field_id and mode = c.mode and span = ${span} and ${stretch} offset 0`;
}

/** What the last day's sums hold that happens after the moment the figures stand for. */
const stillToCome = `
    union all
    select c.code, c.name, cardinality($1) - 1, true, ${eachMeasure((measure) => `-${measure}`)}
    from (
      select d.unit_id, p.field_id, d.submission_mode as mode, f.*
      from dossier d join procedure p on p.id = d.procedure_id
      cross join lateral figures_of(d.received_on, d.due_on, d.resolved_on, d.submission_mode, d.interlinked) f
      where d.is_counted and f.day = $1[cardinality($1)] - 1 and f.fell_due = 0
        and (d.received_at >= $3::timestamptz or d.resolved_at >= $3)
        and case when f.received_online + f.received_in_person + f.received_postal = 1 then d.received_at >= $3
            else greatest(d.received_at, d.resolved_at) >= $3 end
    ) e join cell c on ${ofEvent}`;
