import { nationalHolidayOn } from "../src/domain/deadlines/national-holidays.ts";
import { createWorkingCalendar } from "../src/domain/deadlines/working-calendar.ts";
import { isWorkingDay } from "../src/domain/deadlines/working-time.ts";
import { addDays, instantOn, type Day } from "../src/domain/vietnam-time.ts";
import type { Random } from "./random.ts";

const calendar = createWorkingCalendar([], { holidayOn: nationalHolidayOn });

/** The working days from one day to another, both included. */
export function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) days.push(on);
  return days;
}

/** The nth working day after a day (before it when n is negative); the day itself for 0. */
export function workingDayAfter(on: Day, n: number): Day {
  const step = n < 0 ? -1 : 1;
  let day = on;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Some minute of office hours. */
export function officeInstant(on: Day, random: Random): Date {
  const minute =
    random.next() < 0.55
      ? random.between(7 * 60 + 30, 11 * 60 + 29)
      : random.between(13 * 60 + 30, 16 * 60 + 59);
  return instantOn(on, minute);
}

/** When results are promised: the end of the working day. */
export function closingTime(on: Day): Date {
  return instantOn(on, 17 * 60);
}
