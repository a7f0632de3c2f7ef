import type { Prepared } from "./database.ts";
import { targetsInForce } from "./targets-sql.ts";

// What a period's figures say beside the counts of dossiers, in one statement: $1 start and $2 end of counting, $3 first and $5
// last day, $4 the unit's code, null for the one above all others, $6 the day before which things were done.

/** The unit in question. */
const unit = `
  select code, name from unit where case when $4::text is null then parent_id is null else code = $4 end
  order by id limit 1`;

/** Units in scope: $4 with all below it, or every unit when it is null. */
export const scope = `scope as (
    select id from unit where $4::text is null or code = $4
    union
    select child.id from unit child join scope on child.parent_id = scope.id
  )`;

/**
 * One probe of an index a procedure: an `exists` may be answered by reading every online dossier of the period instead, and
 * is as soon as there are many.
 */
const hadOnline = `(
  select true from dossier d
  where d.procedure_id = p.id and d.is_counted and d.submission_mode = 'online' and d.received_at >= $1 and d.received_at < $2
    and ($4::text is null or d.unit_id in (select id from scope))
  limit 1)`;

const catalogue = `
  select count(*)::int as published,
         count(*) filter (where interlinked = 'horizontal')::int as horizontal,
         count(*) filter (where interlinked = 'vertical')::int as vertical,
         count(*) filter (where ${hadOnline})::int as online
  from procedure p where is_published`;

/** Feedback answered by its due day. A case whose time was extended is counted apart, never as on time. */
export const isInTime = `(due_at is null or
  (answered_at at time zone interval '7 hours')::date <= (due_at at time zone interval '7 hours')::date)`;

const matters = `
  select field.name as field, count(*)::int as received,
         count(*) filter (where answered_at < $2)::int as answered,
         count(*) filter (where not is_extended and answered_at < $2 and ${isInTime})::int as "answeredOnTime",
         count(*) filter (where is_extended and answered_at < $2 and ${isInTime})::int as "answeredExtended"
  from feedback f left join field on field.id = f.field_id
  where received_at >= $1 and received_at < $2
    and ($4::text is null or f.unit_id in (select id from scope))
  group by field.name`;

const tasks = `
  select count(*)::int as due,
         count(*) filter (where done_on < $6)::int as done,
         count(*) filter (where done_on < $6 and done_on < due_on)::int as early,
         count(*) filter (where done_on < $6 and done_on = due_on)::int as "onTime",
         count(*) filter (where done_on < $6 and done_on > due_on)::int as late
  from assignment where due_on between $3 and $5 and unit_id in (select id from scope)`;

const listOf = (rows: string, order: string) =>
  `(select coalesce(json_agg(${rows} order by ${order}), '[]') from ${rows})`;

/** One row; none where there is no such unit. */
export const besideDossiers: Prepared = {
  name: "figures-beside-dossiers",
  text: `
  with recursive asked as (${unit}), ${scope}, catalogue as (${catalogue}),
    matters as (${matters}), tasks as (${tasks}),
    ${targetsInForce({ unitCode: "$4", from: "$3", to: "$5" })}
  select json_build_object('code', asked.code, 'name', asked.name) as unit,
         (select to_json(catalogue) from catalogue) as catalogue, (select to_json(tasks) from tasks) as tasks,
         ${listOf("matters", "field nulls last")} as matters, ${listOf("target_in_force", "indicator")} as targets,
         coalesce((select value::text from setting where key = 'isDemonstration') = 'true', false) as "isDemonstration",
         coalesce((select value #>> '{}' from setting where key = 'onlineRate'), 'onlineRateOfReceived') as "chosenOnlineRate"
  from asked`,
};
