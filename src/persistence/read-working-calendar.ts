import { nationalHolidays } from "../domain/deadlines/national-holidays.ts";
import {
  createWorkingCalendar,
  type DayException,
  type WorkingCalendar,
} from "../domain/deadlines/working-calendar.ts";
import type { Sql } from "./database.ts";

/** The national days off, with those the agency imported in their place. */
export async function readWorkingCalendar(sql: Sql): Promise<WorkingCalendar> {
  const imported = await sql.query<DayException>("select day, kind, note, basis from day_exception");
  return createWorkingCalendar([...nationalHolidays, ...imported]);
}
