import type { OwnDay } from "../domain/deadlines/calendar-change.ts";
import type { GivenDay } from "../domain/deadlines/calendar-effects.ts";
import type { PlannedReminder } from "../domain/reminders/planned-reminder.ts";
import { reminderKinds } from "../domain/reminders/reminder.ts";
import type { Day } from "../domain/vietnam-time.ts";
import type { WeekHours } from "../domain/deadlines/week-hours.ts";
import type { Shift } from "../domain/deadlines/working-calendar.ts";
import type { Sql } from "./database.ts";
import { unitPathOf } from "./feedback-rows.ts";

/** The days that were entered between two days, both included, by day. */
export function readOwnDays(from: Day, until: Day, sql: Sql): Promise<OwnDay[]> {
  return sql.query(
    `select d.day, d.kind, d.note, d.basis, u.code as "unitCode", u.name as "unitName"
     from day_exception d left join unit u on u.id = d.unit_id
     where d.day between $1 and $2 order by d.day, u.code nulls first`,
    [from, until],
  );
}

/** Takes back what was entered for days of one owner. */
export async function removeOwnDays(
  { from, until, unitCode }: { from: Day; until: Day; unitCode: string | null },
  sql: Sql,
): Promise<void> {
  await sql.query(
    `delete from day_exception d where d.day between $1 and $2
       and d.unit_id is not distinct from (select id from unit where code = $3)`,
    [from, until, unitCode],
  );
}

/** Open dossiers and assignments due between two days. */
export function readGivenDays(from: Day, until: Day, sql: Sql): Promise<GivenDay[]> {
  return sql.query(
    `select 'dossier' as kind, d.code, d.due_on as "dueOn", u.code as "unitCode", u.name as "unitName"
     from dossier d join unit u on u.id = d.unit_id
     where d.resolved_at is null and d.is_counted and d.due_on between $1 and $2
     union all
     select 'assignment', a.code, a.due_on, u.code, u.name
     from assignment a join unit u on u.id = a.unit_id where a.done_on is null and a.due_on between $1 and $2
     order by 3, 2`,
    [from, until],
  );
}

/** Every reminder that is planned and not yet said. */
export function readPlannedReminders(sql: Sql): Promise<PlannedReminder[]> {
  return sql.query(
    `select n.facts ->> 'code' as code, coalesce(fu.code, du.code, au.code) as "unitCode", n.due_at as "dueAt"
     from notice n
     left join feedback f on n.subject_kind = 'feedback' and f.id = n.subject_id left join unit fu on fu.id = f.unit_id
     left join dossier d on n.subject_kind = 'dossier' and d.id = n.subject_id left join unit du on du.id = d.unit_id
     left join assignment a on n.subject_kind = 'assignment' and a.id = n.subject_id left join unit au on au.id = a.unit_id
     where n.status = 'planned' and n.kind = any ($1)`,
    [reminderKinds],
  );
}

/** The hours that an owner laid down themselves. */
export async function readOwnHours(unitCode: string | null, sql: Sql): Promise<WeekHours> {
  const rows = await sql.query<{ weekday: number; fromMinute: number | null; toMinute: number | null }>(
    `select h.weekday, h.from_minute as "fromMinute", h.to_minute as "toMinute" from working_hours h
     where h.unit_id is not distinct from (select id from unit where code = $1) order by h.weekday, h.from_minute`,
    [unitCode],
  );
  const week: Partial<Record<number, Shift[]>> = {};
  for (const { weekday, fromMinute, toMinute } of rows) {
    const shifts = (week[weekday] ??= []);
    if (fromMinute !== null && toMinute !== null) shifts.push({ fromMinute, toMinute });
  }
  return week;
}

export async function removeOwnHours(unitCode: string | null, sql: Sql): Promise<void> {
  await sql.query(
    "delete from working_hours where unit_id is not distinct from (select id from unit where code = $1)",
    [unitCode],
  );
}

/** The codes from the agency down to a unit; none when there is no such unit. */
export async function readUnitPath(unitCode: string, sql: Sql): Promise<readonly string[]> {
  const [row] = await sql.query<{ path: string[] }>(
    `select ${unitPathOf("unit.id")} as path from unit where code = $1`,
    [unitCode],
  );
  return row?.path ?? [];
}
