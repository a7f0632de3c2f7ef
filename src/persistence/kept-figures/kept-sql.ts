import { eachMeasure, eventsOf, measureColumns, sumsOfMeasures } from "./figure-measures.ts";
import { cellsSql, type KeptQuestion } from "./kept-cells.ts";

const ofEvent = "(c.unit_id in (0, e.unit_id) and c.field_id in (0, e.field_id) and c.mode in ('', e.mode))";

/**
 * The sums of a question's rows before each of some days. `place` counts days from 0: a sum belongs to the day there and all
 * after it, or to that day alone. $1 the days in order, $2 their half months, $3 the instant up to which the last day counts,
 * null for the whole of it; `values` go on with those of the question.
 */
export function keptSql(question: KeptQuestion, values: unknown[]): string {
  return `
  with recursive ${cellsSql(question, values)}, ${eventsOf("figure_change")}, part as (
    select c.code, c.name, width_bucket(s.starts_on, $2::date[]) as place, false as is_alone, ${measureColumns}
    from cell c join figure_sum s using (unit_id, field_id, mode)
    where s.span = 'half-month' and s.starts_on < $2[cardinality($2)]
    union all
    select c.code, c.name, edge.number - 1, true, ${measureColumns}
    from unnest($1::date[], $2::date[]) with ordinality edge (day, half, number)
    cross join cell c join figure_sum s using (unit_id, field_id, mode)
    where s.span = 'day' and s.starts_on >= edge.half and s.starts_on < edge.day
    union all
    select c.code, c.name, width_bucket(e.day, $1::date[]), false, ${measureColumns}
    from event e join cell c on ${ofEvent}
    where e.day < $1[cardinality($1)]
    union all ${stillToCome}
  )
  select code, name, place::integer, is_alone as "isAlone", ${sumsOfMeasures}
  from part group by code, name, place, is_alone order by code`;
}

/** What the last day's sums hold that happens after the moment the figures stand for. */
const stillToCome = `
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
