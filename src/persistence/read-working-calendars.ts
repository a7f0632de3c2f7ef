import { createHash } from "node:crypto";
import { keptNationalHolidays } from "../domain/deadlines/national-holidays.ts";
import type { WorkingCalendars } from "../domain/deadlines/working-calendar.ts";
import { createWorkingCalendars, type CalendarContent } from "../domain/deadlines/working-calendars.ts";
import type { Sql } from "./database.ts";

/** The national days off with the days and hours that the agency imported, as they are now. */
export async function readWorkingCalendars(sql: Sql): Promise<WorkingCalendars> {
  const content = await readContent(sql);
  return createWorkingCalendars(versionOf(content), content);
}

/**
 * The calendars by which promises are made: they are kept before anyone can promise by them, so that a promise can be
 * reckoned again by the version it names.
 */
export async function readKeptWorkingCalendars(sql: Sql): Promise<WorkingCalendars> {
  const content = await readContent(sql);
  const version = versionOf(content);
  await sql.query(
    "insert into calendar_version (version, content) values ($1, $2) on conflict (version) do nothing",
    [version, JSON.stringify(content)],
  );
  return createWorkingCalendars(version, content);
}

/** The calendars as they were when something was promised by them. */
export async function readWorkingCalendarsOf(
  version: string,
  sql: Sql,
): Promise<WorkingCalendars | undefined> {
  const [row] = await sql.query<{ content: CalendarContent }>(
    "select content from calendar_version where version = $1",
    [version],
  );
  return row && createWorkingCalendars(version, row.content);
}

async function readContent(sql: Sql): Promise<CalendarContent> {
  const [exceptions, hours, units] = await Promise.all([
    sql.query<CalendarContent["exceptions"][number]>(
      `select d.day, d.kind, d.note, d.basis, u.code as "unitCode"
       from day_exception d left join unit u on u.id = d.unit_id order by d.day, u.code`,
    ),
    sql.query<CalendarContent["hours"][number]>(
      `select h.weekday, h.from_minute as "fromMinute", h.to_minute as "toMinute", u.code as "unitCode"
       from working_hours h left join unit u on u.id = h.unit_id order by u.code, h.weekday, h.from_minute`,
    ),
    sql.query<CalendarContent["units"][number]>(unitsWithOwn),
  ]);
  return { national: keptNationalHolidays(), exceptions, hours, units };
}

const unitsWithOwn = `
  with recursive own (id) as (
    select unit_id from day_exception where unit_id is not null
    union
    select unit_id from working_hours where unit_id is not null
    union
    select u.id from own join unit u on u.parent_id = own.id
  )
  select u.code, p.code as "parentCode" from own join unit u on u.id = own.id left join unit p on p.id = u.parent_id
  order by u.code`;

function versionOf(content: CalendarContent): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
