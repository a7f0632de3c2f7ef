import type { TargetIndicator } from "../domain/targets/target-indicators.ts";
import { isInTime, scope } from "./beside-dossiers-sql.ts";

// $1 start and $2 end of counting, $3 the day before which what is due is late, $4 the unit; of lists $5 how many and $6
// after how many.

const dueOn = "(f.due_at at time zone interval '7 hours')::date";
const answeredOn = "(f.answered_at at time zone interval '7 hours')::date";
const isOverdue = `(f.answered_at < $2) is not true and ${dueOn} < $3`;
const ofUnit = "($4::text is null or f.unit_id in (select id from scope))";

export const qualitySql = `
  with recursive ${scope}, ratings as (
    select count(*)::int as rated, count(*) filter (where is_satisfied)::int as satisfied
    from satisfaction_survey s join feedback f on f.id = s.feedback_id
    where s.rated_at >= $1 and s.rated_at < $2 and s.is_satisfied is not null and ${ofUnit}
  )
  select (select count(*)::int from feedback f
          where f.received_at >= $1 and f.received_at < $2 and ${isOverdue} and ${ofUnit}) as "feedbackOverdue",
         rated, satisfied
  from ratings`;

const notOnline = `
  with recursive ${scope}
  select d.code, case p.online_level when 'none' then 'no-online-service' else 'not-online' end as reason,
         d.received_on as "on", null as "doneOn"
  from dossier d join procedure p on p.id = d.procedure_id
  where d.is_counted and d.received_at >= $1 and d.received_at < $2 and $3::date is not null
    and d.submission_mode <> 'online' and d.unit_id in (select id from scope)
  order by d.received_at, d.code limit $5 offset $6`;

/** The cases that took away from each rate. */
export const lostSql: Record<TargetIndicator, string> = {
  onlineRateOfReceived: notOnline,
  onlineRateOfHandled: notOnline,
  onTimeRate: `
    with recursive ${scope}
    select d.code, case when d.due_on is null then 'no-due-date' else 'resolved-late' end as reason, d.due_on as "on", d.resolved_on as "doneOn"
    from dossier d
    where d.is_counted and d.resolved_at >= $1 and d.resolved_at < $2 and $3::date is not null
      and (d.resolved_on > d.due_on) is not false and d.unit_id in (select id from scope)
    order by d.due_on nulls last, d.code limit $5 offset $6`,
  feedbackOnTimeRate: `
    with recursive ${scope}
    select f.code, ${dueOn} as "on", case when f.answered_at < $2 then ${answeredOn} end as "doneOn",
           case when (f.answered_at < $2) is not true then 'unanswered'
                when ${isInTime} then 'answered-extended' else 'answered-late' end as reason
    from feedback f
    where f.received_at >= $1 and f.received_at < $2 and ${ofUnit}
      and (${isOverdue} or f.answered_at < $2 and (f.is_extended or not ${isInTime}))
    order by f.due_at, f.code limit $5 offset $6`,
  satisfactionRate: `
    with recursive ${scope}
    select f.code, 'dissatisfied' as reason, null as "on", (s.rated_at at time zone interval '7 hours')::date as "doneOn"
    from satisfaction_survey s join feedback f on f.id = s.feedback_id
    where s.rated_at >= $1 and s.rated_at < $2 and not s.is_satisfied and $3::date is not null and ${ofUnit}
    order by s.rated_at, f.code limit $5 offset $6`,
};
