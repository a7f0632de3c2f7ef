import { day, yearOf, type Day } from "../vietnam-time.ts";
import { decidedHolidays } from "./decided-holidays.ts";
import { expectedHolidays } from "./expected-holidays.ts";
import type { DayException } from "./working-calendar.ts";

/** The last day for which the program itself knows what was decided. */
export const decidedThrough: Day = day(2026, 12, 31);

const firstDecidedYear = 2020;
const byYear = new Map<number, ReadonlyMap<Day, DayException>>();

/** What makes a day of any year unlike its weekday throughout the country: decided until 2026, expected afterwards. */
export function nationalHolidayOn(on: Day): DayException | undefined {
  const year = yearOf(on);
  let holidays = byYear.get(year);
  if (!holidays) {
    holidays = new Map(nationalHolidaysOf(year).map((holiday) => [holiday.day, holiday]));
    byYear.set(year, holidays);
  }
  return holidays.get(on);
}

/** The days off and make-up days of a year. */
export function nationalHolidaysOf(year: number): readonly DayException[] {
  const isDecided = year >= firstDecidedYear && year <= yearOf(decidedThrough);
  return isDecided
    ? decidedHolidays.filter((holiday) => yearOf(holiday.day) === year)
    : expectedHolidays(year);
}

/** How many years ahead the expected days off are kept with a calendar. */
const yearsAhead = 10;

let kept: readonly DayException[] | undefined;

/** The national days that are kept with a calendar, so that it stays as it was when they are decided otherwise. */
export function keptNationalHolidays(): readonly DayException[] {
  const years = yearOf(decidedThrough) + yearsAhead - firstDecidedYear + 1;
  // Lunar days take milliseconds to find, and calendars are read every few seconds.
  return (kept ??= Array.from({ length: years }, (_, at) =>
    nationalHolidaysOf(firstDecidedYear + at),
  ).flat());
}
