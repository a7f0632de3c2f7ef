import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingTime,
  nextOpening,
  workingMinutesBetween,
} from "../../../src/domain/deadlines/working-time.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";
import { at } from "../feedback/case-setting.ts";
import {
  anyCalendar,
  anyDay,
  anyInstant,
  calendarWith,
  dayOff,
  someExceptions,
} from "./calendar-arbitraries.ts";

const calendar = calendarWith();
const anyMinutes = fc.nat(6000);
const minuteMs = 60_000;

describe("working time", () => {
  it.each([
    ["in the morning", "2021-03-15 08:00", 60, "2021-03-15 09:00"],
    ["over noon", "2021-03-15 11:00", 60, "2021-03-15 14:00"],
    ["from the noon break", "2021-03-15 12:00", 60, "2021-03-15 14:30"],
    ["up to the noon break", "2021-03-15 10:30", 60, "2021-03-15 11:30"],
    ["over a weekend", "2021-03-12 16:40", 60, "2021-03-15 08:10"],
    ["from a Sunday", "2021-03-14 10:00", 60, "2021-03-15 08:30"],
    ["from midnight", "2021-03-15 00:00", 60, "2021-03-15 08:30"],
    ["from the minute of closing", "2021-03-15 17:00", 60, "2021-03-16 08:30"],
    ["from the minute of opening", "2021-03-15 07:30", 450, "2021-03-15 17:00"],
    ["over 30/4 and 1/5 with the day in lieu", "2021-04-29 16:40", 60, "2021-05-04 08:10"],
    [
      "from Friday 16:40 before 30/4, a Saturday, with two days in lieu",
      "2022-04-29 16:40",
      60,
      "2022-05-04 08:10",
    ],
    ["on the Saturday made up in January 2026", "2026-01-09 16:30", 60, "2026-01-10 08:00"],
    ["on the Saturday made up in August 2026", "2026-08-21 16:30", 60, "2026-08-22 08:00"],
    ["over Tết 2026", "2026-02-13 16:30", 60, "2026-02-23 08:00"],
  ])("%s: %s and %s minutes are %s", (_when, from, minutes, to) => {
    expect(addWorkingMinutes(at(from), minutes, calendar)).toEqual(at(to));
    expect(workingMinutesBetween(at(from), at(to), calendar)).toBe(minutes);
  });

  it("of a half day is on the other side of noon, of whatever shifts", () => {
    const halves = calendarWith(
      { day: "2021-03-15" as Day, kind: "morning-off", note: null, basis: null },
      { day: "2021-03-16" as Day, kind: "afternoon-off", note: null, basis: null },
    );
    expect(addWorkingMinutes(at("2021-03-15 08:00"), 60, halves)).toEqual(at("2021-03-15 14:30"));
    expect(addWorkingMinutes(at("2021-03-16 11:00"), 60, halves)).toEqual(at("2021-03-17 08:00"));
  });

  it("between an instant and itself with minutes added is those minutes", () => {
    fc.assert(
      fc.property(anyInstant, anyMinutes, anyCalendar, (from, minutes, own) => {
        const to = addWorkingMinutes(from, minutes, own);
        expect(workingMinutesBetween(from, to, own)).toBe(minutes);
      }),
    );
  });

  it("of two stretches in a row is that of both", () => {
    fc.assert(
      fc.property(fc.tuple(anyInstant, anyInstant, anyInstant), anyCalendar, (instants, own) => {
        const [first, middle, last] = instants.toSorted((a, b) => a.getTime() - b.getTime());
        expect(workingMinutesBetween(first!, middle!, own) + workingMinutesBetween(middle!, last!, own)).toBe(
          workingMinutesBetween(first!, last!, own),
        );
      }),
    );
  });

  it("counts minute by minute what is worked", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(3 * 1440), anyCalendar, (from, length, own) => {
        const minutes = Array.from({ length }, (_, n) => new Date(from.getTime() + n * minuteMs));
        const worked = minutes.filter((minute) => isWorkingTime(minute, own)).length;
        expect(workingMinutesBetween(from, new Date(from.getTime() + length * minuteMs), own)).toBe(worked);
      }),
      { numRuns: 20 },
    );
  });

  it("ends no earlier when it begins later", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(20_000), anyMinutes, anyCalendar, (from, later, minutes, own) => {
        const laterFrom = new Date(from.getTime() + later * minuteMs);
        expect(addWorkingMinutes(laterFrom, minutes, own).getTime()).toBeGreaterThanOrEqual(
          addWorkingMinutes(from, minutes, own).getTime(),
        );
      }),
    );
  });

  it("ends no earlier with one more day off", () => {
    fc.assert(
      fc.property(anyInstant, anyMinutes, someExceptions, anyDay, (from, minutes, exceptions, holiday) => {
        const before = addWorkingMinutes(from, minutes, calendarWith(...exceptions));
        const after = addWorkingMinutes(from, minutes, calendarWith(...exceptions, dayOff(holiday)));
        expect(after.getTime()).toBeGreaterThanOrEqual(before.getTime());
      }),
    );
  });

  it("begins at an opening, which is worked", () => {
    fc.assert(
      fc.property(anyInstant, anyCalendar, (from, own) => {
        const opening = nextOpening(from, own);
        expect(isWorkingTime(opening, own)).toBe(true);
        expect(workingMinutesBetween(from, opening, own)).toBe(0);
      }),
    );
  });

  it("takes as many days back as forth", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyCalendar, (on, count, own) => {
        const start = addWorkingDays(on, 0, own);
        expect(addWorkingDays(addWorkingDays(start, count, own), -count, own)).toBe(start);
      }),
    );
  });

  it("is not looked for without end", () => {
    const never = { ...calendar, shiftsOn: () => [] };
    expect(() => addWorkingMinutes(at("2021-03-15 08:00"), 1, never)).toThrow(RangeError);
    expect(() => addWorkingDays("2021-03-15" as Day, 1, never)).toThrow(RangeError);
  });
});
