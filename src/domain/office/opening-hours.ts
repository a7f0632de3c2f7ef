import type { DayException, Shift, WorkingCalendar } from "../deadlines/working-calendar.ts";
import { nextOpening } from "../deadlines/working-time.ts";
import { addDays, dayOf, instantOn, weekdayOf, type Day } from "../vietnam-time.ts";

export type OpeningState = { kind: "open"; until: Date } | { kind: "closed"; opensAt: Date };

/** Whether the office is open at an instant; `until` is the end of the shift, which may be the noon break. */
export function openingState(now: Date, calendar: WorkingCalendar): OpeningState {
  const today = dayOf(now);
  const shift = calendar
    .shiftsOn(today)
    .find(
      ({ fromMinute, toMinute }) => instantOn(today, fromMinute) <= now && now < instantOn(today, toMinute),
    );
  return shift
    ? { kind: "open", until: instantOn(today, shift.toMinute) }
    : { kind: "closed", opensAt: nextOpening(now, calendar) };
}

/** Days of the week in a row with the same hours; 1 = Monday … 7 = Sunday. */
export interface WeekPart {
  from: number;
  to: number;
  shifts: readonly Shift[];
}

/** How far a weekday without any exception is looked for. */
const weeksAhead = 8;

/** The hours of an ordinary week around a day, Monday first, days without work included. */
export function ordinaryWeek(around: Day, calendar: WorkingCalendar): WeekPart[] {
  const parts: WeekPart[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const shifts = ordinaryShifts(weekday, around, calendar);
    const last = parts.at(-1);
    if (last && areSame(last.shifts, shifts)) last.to = weekday;
    else parts.push({ from: weekday, to: weekday, shifts });
  }
  return parts;
}

function ordinaryShifts(weekday: number, around: Day, calendar: WorkingCalendar): readonly Shift[] {
  const first = nextWeekday(weekday, around);
  const days = Array.from({ length: weeksAhead }, (_, week) => addDays(first, 7 * week));
  return calendar.shiftsOn(days.find((on) => !calendar.exceptionOn(on)) ?? first);
}

/** The first such weekday from a day on, that day included. */
export function nextWeekday(weekday: number, from: Day): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

function areSame(some: readonly Shift[], others: readonly Shift[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ fromMinute, toMinute }, at) => {
      const other = others[at]!;
      return other.fromMinute === fromMinute && other.toMinute === toMinute;
    })
  );
}

export interface DaysOff {
  from: Day;
  to: Day;
  note: string | null;
  /** Of a year whose calendar is not decided yet. */
  isExpected: boolean;
}

const yearAhead = 366;

/** The next holiday from a day on, that day included: days off in a row, weekends between them too. */
export function nextDaysOff(from: Day, calendar: WorkingCalendar): DaysOff | undefined {
  for (let on = from, ahead = 0; ahead < yearAhead; on = addDays(on, 1), ahead++) {
    const exception = calendar.exceptionOn(on);
    if (exception?.kind === "off") return daysOffFrom(on, exception, calendar);
  }
  return undefined;
}

function daysOffFrom(from: Day, { note }: DayException, calendar: WorkingCalendar): DaysOff {
  let last = from;
  for (let on = addDays(from, 1); calendar.shiftsOn(on).length === 0; on = addDays(on, 1))
    if (calendar.exceptionOn(on)?.kind === "off") last = on;
  return { from, to: last, note, isExpected: last > calendar.confirmedThrough };
}
