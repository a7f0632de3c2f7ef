import type { DigestReader, OpenWork } from "../domain/reminders/digest.ts";
import type { DigestCounts, ReminderStore } from "../domain/reminders/reminder-store.ts";
import type { ReminderSubject } from "../domain/reminders/reminder.ts";
import { assignmentDueAt, dossierWorkedToAt } from "./due-instants.ts";
import type { Sql } from "./database.ts";
import { runningStatuses, unitPathOf } from "./feedback-rows.ts";
import { present } from "./staff-directory.ts";

/** What reminders are planned from, on PostgreSQL. */
export function createReminderStore(sql: Sql): ReminderStore {
  return {
    async takeUnplanned({ after, before }, now, limit) {
      // The deadline that the reminders stand for is kept with the subject: only what is new or has moved is read.
      return sql.query<ReminderSubject>(
        `with open as (
           select 'dossier' as kind, d.id, d.code, p.name as title, coalesce(given.given_at, d.received_at) as started_at,
                  ${dossierWorkedToAt} as due_at, u.code as unit_code, d.is_demonstration, given.dossier_id is not null as is_apologised
           from (
             select id from dossier where resolved_at is null and is_counted and due_at > $4 and due_at < $1
             union select dossier_id from dossier_apology
           ) near
           join dossier d on d.id = near.id and d.resolved_at is null and d.is_counted
           left join dossier_apology given on given.dossier_id = d.id
           join procedure p on p.id = d.procedure_id join unit u on u.id = d.unit_id
           where ${dossierWorkedToAt} > $4 and ${dossierWorkedToAt} < $1
           union all
           select 'assignment', a.id, a.code, a.content, a.assigned_on::timestamp at time zone interval '7 hours',
                  ${assignmentDueAt}, u.code, a.is_demonstration, false
           from assignment a join unit u on u.id = a.unit_id
           where a.done_on is null and ${assignmentDueAt} > $4 and ${assignmentDueAt} < $1
         ), fresh as (
           select open.* from open
           left join reminder_plan r on r.subject_kind = open.kind and r.subject_id = open.id
           where r.due_at is distinct from open.due_at
           order by open.due_at limit $3
         ), kept as (
           insert into reminder_plan (subject_kind, subject_id, due_at, planned_at)
           select kind, id, due_at, $2 from fresh
           on conflict (subject_kind, subject_id) do update
           set due_at = excluded.due_at, planned_at = excluded.planned_at
         )
         select kind, id, code, title, 'due' as clock, started_at as "startedAt", due_at as "dueAt",
                unit_code as "unitCode", is_demonstration as "isDemonstration", is_apologised as "isApologised"
         from fresh`,
        [before, now, limit, after],
      );
    },
    openWork: (on, dueBefore) =>
      sql.query<OpenWork>(
        `with staff as (${present}),
         place as materialized (select unit.id, ${unitPathOf("unit.id")} as path from unit)
         select work.kind, work.id, work.code, left(work.title, 200) as title, work.clock, work.due_at as "dueAt",
                work.due_on as "dueOn", staff.present_as as username, holder.full_name as "officerName",
                coalesce(place.path, '{}') as "unitPath", work.is_demonstration as "isDemonstration"
         from (
           select 'feedback' as kind, f.id, f.code, f.content as title, c.clock, c.due_at,
                  (c.due_at at time zone interval '7 hours')::date as due_on, f.officer_id, f.unit_id, f.is_demonstration
           from feedback f
           cross join lateral (
             select * from (values ('accept', case when f.accepted_at is null then f.accept_due_at end),
                                   ('answer', f.due_at)) as c (clock, due_at)
             order by due_at limit 1
           ) c
           where f.status in ${runningStatuses} and c.due_at < $2
           union all
           select 'dossier', d.id, d.code, p.name, 'due', d.due_at, d.due_on, d.officer_id, d.unit_id, d.is_demonstration
           from dossier d join procedure p on p.id = d.procedure_id
           where d.resolved_at is null and d.is_counted and d.due_at < $2
           union all
           select 'assignment', a.id, a.code, a.content, 'due', ${assignmentDueAt}, a.due_on, a.officer_id, a.unit_id,
                  a.is_demonstration
           from assignment a where a.done_on is null and a.due_on < ($2 at time zone interval '7 hours')::date
         ) work
         left join place on place.id = work.unit_id
         left join staff on staff.id = work.officer_id
         left join staff_member holder on holder.username = staff.present_as`,
        [on, dueBefore],
      ),
    readers: (on) =>
      sql.query<DigestReader>(
        `select p.username, p.role, u.code as "unitCode" from (${present}) p join unit u on u.id = p.unit_id
         where p.present_as = p.username order by p.username`,
        [on],
      ),
    async digestsOf(on, now) {
      const [row] = await sql.query<DigestCounts>(
        `select count(*)::int as planned,
                count(*) filter (where n.status = 'handed-over')::int as said,
                count(*) filter (where n.status = 'planned' and n.due_at <= $2)::int as overdue
         from staff_member s join notice n on n.key = 'digest:' || $1 || ':' || s.username`,
        [on, now],
      );
      return row!;
    },
    async foldIntoDigest(covered, until, now) {
      await sql.query(
        `update notice n set status = 'cancelled', reason = 'said in the morning digest', settled_at = $2
         from jsonb_to_recordset($3::jsonb) as said (kind text, id bigint)
         where n.status = 'planned' and n.kind in ('reminder', 'reminder-accept') and n.due_at <= $1
           and n.subject_kind = said.kind and n.subject_id = said.id`,
        [until, now, JSON.stringify(covered.map(({ kind, id }) => ({ kind, id })))],
      );
    },
  };
}
