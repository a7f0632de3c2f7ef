import type { ReminderSubject } from "../domain/reminders/reminder.ts";
import type { SnoozeStore } from "../domain/reminders/snooze-reminders.ts";
import { assignmentDueAt, dossierWorkedToAt } from "./due-instants.ts";
import type { Sql } from "./database.ts";
import { runningStatuses } from "./feedback-rows.ts";

/** Who wants no reminder of what until when, on PostgreSQL. */
export function createSnoozeStore(sql: Sql): SnoozeStore {
  return {
    runningClocks: (code) =>
      sql.query<ReminderSubject>(
        `select clock.*, u.code as "unitCode"
         from (
           select 'feedback' as kind, f.id, f.code, f.content as title, c.clock, f.received_at as "startedAt",
                  c.due_at as "dueAt", f.unit_id, f.is_demonstration as "isDemonstration"
           from feedback f
           cross join lateral (values ('accept', case when f.accepted_at is null then f.accept_due_at end),
                                      ('answer', f.due_at)) as c (clock, due_at)
           where f.code = $1 and f.status in ${runningStatuses}
           union all
           select 'dossier', d.id, d.code, p.name, 'due', d.received_at, ${dossierWorkedToAt}, d.unit_id, d.is_demonstration
           from dossier d left join dossier_apology given on given.dossier_id = d.id join procedure p on p.id = d.procedure_id
           where d.code = $1 and d.resolved_at is null and d.is_counted
           union all
           select 'assignment', a.id, a.code, a.content, 'due', a.assigned_on::timestamp at time zone interval '7 hours',
                  ${assignmentDueAt}, a.unit_id, a.is_demonstration
           from assignment a where a.code = $1 and a.done_on is null
         ) clock
         left join unit u on u.id = clock.unit_id
         where clock."dueAt" is not null
         order by clock."dueAt"`,
        [code],
      ),
    async snooze({ kind, id }, username, until, now) {
      await sql.query(
        `with put_off as (
           insert into reminder_snooze (subject_kind, subject_id, username, until) values ($1, $2, $3, $4)
           on conflict (subject_kind, subject_id, username) do update set until = excluded.until
         )
         insert into staff_event (staff_id, happened_at, kind, actor, detail)
         select id, $5, 'snoozed', $3, jsonb_build_object('subject', $1::text, 'id', $2::text, 'until', $4::timestamptz)
         from staff_member where username = $3`,
        [kind, id, username, until, now],
      );
    },
  };
}
