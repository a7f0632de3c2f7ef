import type { Breakdown, DossierFilter } from "../domain/statistics/figures-question.ts";
import { partsOf } from "./breakdown-sql.ts";
import { counts, inPeriod, measureConditions } from "./dossier-conditions.ts";
import { bindInto, filterSql } from "./dossier-filter-sql.ts";
import { eventsOf, happenedSum } from "./kept-figures/figure-measures.ts";

// The figures of a period in SQL; which dossiers each figure counts stands in dossier-conditions.ts.

/** Units in scope: $4 with all below it, or every unit when it is null. */
export const scope = `
  scope as (
    select id from unit where $4::text is null or code = $4
    union
    select child.id from unit child join scope on child.parent_id = scope.id
  )`;

/** Feedback answered by its due day. A case whose time was extended is counted apart, never as on time. */
export const isInTime = `(due_at is null or
  (answered_at at time zone interval '7 hours')::date <= (due_at at time zone interval '7 hours')::date)`;

/**
 * The figures that are not of dossiers, in one row. $1 start and $2 end of counting, $3 first and $5 last day, $6 the day
 * before which things were done.
 */
export const figuresSql = `
  with recursive ${scope}, catalogue as (
    select count(*)::int as published,
           count(*) filter (where interlinked = 'horizontal')::int as horizontal,
           count(*) filter (where interlinked = 'vertical')::int as vertical,
           count(*) filter (where exists (
             select from dossier d
             where d.procedure_id = p.id and d.is_counted and d.submission_mode = 'online'
               and d.received_at >= $1 and d.received_at < $2
               and ($4::text is null or d.unit_id in (select id from scope))
           ))::int as online
    from procedure p where is_published
  ), matters as (
    select field.name as field, count(*)::int as received,
           count(*) filter (where answered_at < $2)::int as answered,
           count(*) filter (where not is_extended and answered_at < $2 and ${isInTime})::int as "answeredOnTime",
           count(*) filter (where is_extended and answered_at < $2 and ${isInTime})::int as "answeredExtended"
    from feedback f left join field on field.id = f.field_id
    where received_at >= $1 and received_at < $2
      and ($4::text is null or f.unit_id in (select id from scope))
    group by field.name
  ), tasks as (
    select count(*)::int as due,
           count(*) filter (where done_on < $6)::int as done,
           count(*) filter (where done_on < $6 and done_on < due_on)::int as early,
           count(*) filter (where done_on < $6 and done_on = due_on)::int as "onTime",
           count(*) filter (where done_on < $6 and done_on > due_on)::int as late
    from assignment where due_on between $3 and $5 and unit_id in (select id from scope)
  )
  select to_json(catalogue) as catalogue, to_json(tasks) as tasks,
         (select coalesce(json_agg(matters order by field nulls last), '[]') from matters) as matters
  from catalogue, tasks`;

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

/** $1 the unit's code; null for the one above all others. */
export const unitSql = `
  select code, name from unit where case when $1::text is null then parent_id is null else code = $1 end
  order by id limit 1`;

/**
 * The target of each indicator in force on day $1, of the unit $2 (null is the one above all) or else of the nearest above
 * it, the whole agency's last; of several the one for exactly these days, from $3 on, else the one for the shortest time.
 * One set for a shorter time than is asked for says nothing of it; a week more or less is the cut of the periods.
 */
export const targetsSql = `
  with recursive chain as (
    select id, parent_id, 0 as distance from unit
    where case when $2::text is null then parent_id is null else code = $2 end
    union
    select above.id, above.parent_id, distance + 1 from unit above join chain on chain.parent_id = above.id
  )
  select distinct on (indicator) indicator, value as target, source
  from target t left join chain on chain.id = t.unit_id
  where superseded_at is null and valid_from <= $1::date and (valid_to is null or valid_to >= $1)
    and (valid_to is null or valid_to - valid_from + 7 >= $1 - $3::date) and (t.unit_id is null or chain.id is not null)
  order by indicator, chain.distance nulls last, (valid_from = $3 and valid_to = $1) is not true,
    valid_to - valid_from nulls last, valid_from desc`;

export const settingsSql = `
  select coalesce((select value::text from setting where key = 'isDemonstration') = 'true', false) as "isDemonstration",
         coalesce((select value #>> '{}' from setting where key = 'onlineRate'), 'onlineRateOfReceived') as "chosenOnlineRate"`;

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
