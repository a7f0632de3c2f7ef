import fc from "fast-check";
import { nationalHolidayOn } from "../../../src/domain/deadlines/national-holidays.ts";
import type { Term } from "../../../src/domain/deadlines/term.ts";
import {
  createWorkingCalendar,
  type DayException,
  type WorkingCalendar,
} from "../../../src/domain/deadlines/working-calendar.ts";
import { addDays, instantOn, type Day } from "../../../src/domain/vietnam-time.ts";

const firstDay = "2020-12-15" as Day;

export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 500 }).map((n) => addDays(firstDay, n));

/** Any minute, often one at which work begins or ends. */
export const anyInstant: fc.Arbitrary<Date> = fc
  .tuple(anyDay, fc.oneof(fc.constantFrom(0, 450, 690, 810, 1020), fc.integer({ min: 0, max: 1439 })))
  .map(([on, minute]) => instantOn(on, minute));

const anyException: fc.Arbitrary<DayException> = fc.record({
  day: anyDay,
  kind: fc.constantFrom("off" as const, "make-up" as const, "morning-off" as const, "afternoon-off" as const),
  note: fc.constant(null),
  basis: fc.constant(null),
});

export const someExceptions = fc.array(anyException, { maxLength: 25 });

/** The national calendar with days of an agency's own. */
export function calendarWith(...exceptions: DayException[]): WorkingCalendar {
  return createWorkingCalendar(exceptions, { holidayOn: nationalHolidayOn });
}

export const anyCalendar = someExceptions.map((exceptions) => calendarWith(...exceptions));

export const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constant("working-hours" as const), amount: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    kind: fc.constantFrom("working-days" as const, "calendar-days" as const),
    amount: fc.integer({ min: 1, max: 40 }),
  }),
);

export const dayOff = (day: Day): DayException => ({ day, kind: "off", note: null, basis: null });
