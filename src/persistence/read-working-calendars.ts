import { createHash } from "node:crypto";
import { decidedThrough, nationalHolidayOn } from "../domain/deadlines/national-holidays.ts";
import {
  createWorkingCalendar,
  type DayException,
  type WorkingCalendars,
} from "../domain/deadlines/working-calendar.ts";
import type { Sql } from "./database.ts";

/** The national days off, with those the agency imported in their place. */
export async function readWorkingCalendars(sql: Sql): Promise<WorkingCalendars> {
  const imported = await sql.query<DayException>(
    "select day, kind, note, basis from day_exception order by day",
  );
  const calendar = createWorkingCalendar(imported, {
    holidayOn: nationalHolidayOn,
    confirmedThrough: decidedThrough,
  });
  return {
    version: createHash("sha256").update(JSON.stringify(imported)).digest("hex").slice(0, 16),
    of: () => calendar,
  };
}
