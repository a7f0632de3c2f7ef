import type { Breakdown, DossierFilter } from "../domain/statistics/figures-question.ts";
import { partsOf } from "./breakdown-sql.ts";
import { counts, inPeriod, measureConditions } from "./dossier-conditions.ts";
import { bindInto, filterSql } from "./dossier-filter-sql.ts";
import { eventsOf, happenedSum } from "./kept-figures/figure-measures.ts";

// The figures of a period in SQL; which dossiers each figure counts stands in dossier-conditions.ts.

/** The dossier figures of any dossiers, counted one by one, and how many interlinked ones were resolved. */
export function dossierCountsSql(filter: DossierFilter, values: unknown[]): string {
  return `select ${counts},
      count(*) filter (where ${measureConditions.resolved} and d.interlinked = 'horizontal')::int as "linkedHorizontal",
      count(*) filter (where ${measureConditions.resolved} and d.interlinked = 'vertical')::int as "linkedVertical"
    from dossier d where ${inPeriod} and ${filterSql(filter, bindInto(values))}`;
}

/** The dossier figures apart. */
export function breakdownSql(by: Breakdown, filter: DossierFilter, values: unknown[]): string {
  const parts = partsOf(by, filter, values);
  return `${parts.with} select ${parts.code} as code, ${parts.name} as name, ${counts}
    from dossier d ${parts.join} where ${inPeriod} and ${parts.where}
    group by ${parts.code}, ${parts.name} order by ${parts.code}`;
}

/** First and last day on which anything was received, resolved or reported. */
export const extentSql = `
  with ${eventsOf("figure_change")}, day as (
    select starts_on as day from (
      select starts_on, ${happenedSum} as happened from figure_sum
      where unit_id = 0 and field_id = 0 and mode = '' and span = 'day'
      union all
      select day, ${happenedSum} from event
    ) d group by starts_on having sum(happened) > 0
    union all
    select (min(received_at) at time zone interval '7 hours')::date from feedback
    union all
    select (max(received_at) at time zone interval '7 hours')::date from feedback
  )
  select min(day) as "from", max(day) as "to" from day`;
