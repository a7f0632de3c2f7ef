import { addDays, type Day } from "../vietnam-time.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** A day is worked when any of its hours are. */
export function isWorkingDay(on: Day, calendar: WorkingCalendar): boolean {
  return calendar.shiftsOn(on).length > 0;
}

/** Working days after one day up to and including another; day zero is the first. 0 when `to` is not after `from`. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count += 1;
  return count;
}
