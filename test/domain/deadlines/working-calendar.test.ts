import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nationalHolidayOn } from "../../../src/domain/deadlines/national-holidays.ts";
import { isLateAsOf, outcomeOf } from "../../../src/domain/deadlines/outcome.ts";
import { createWorkingCalendar } from "../../../src/domain/deadlines/working-calendar.ts";
import { isWorkingDay, workingDaysBetween } from "../../../src/domain/deadlines/working-time.ts";
import { addDays, instantOn, type Day } from "../../../src/domain/vietnam-time.ts";

const calendar = createWorkingCalendar([], { holidayOn: nationalHolidayOn });
const anyDay = fc.integer({ min: 0, max: 2800 }).map((days) => addDays("2020-01-01" as Day, days));

describe("the working calendar", () => {
  it.each([
    ["a Wednesday", "2021-03-10", true],
    ["a Saturday", "2021-03-13", false],
    ["Tết 2021", "2021-02-16", false],
    ["the day after Tết 2021", "2021-02-17", true],
    ["the day in lieu of 1/5/2021", "2021-05-03", false],
    ["30/4/2023, a Sunday, and its day in lieu", "2023-05-03", false],
    ["the Monday swapped away in 2024", "2024-04-29", false],
    ["the Saturday worked for it", "2024-05-04", true],
    ["the Saturday worked in April 2025", "2025-04-26", true],
    ["the Friday swapped away in 2026", "2026-01-02", false],
    ["the Saturday worked in August 2026", "2026-08-22", true],
    ["Giỗ Tổ 2026 in lieu", "2026-04-27", false],
  ])("knows %s (%s)", (_what, on, isWorked) => {
    expect(isWorkingDay(on as Day, calendar)).toBe(isWorked);
  });

  it("lets the agency's own exception stand over the national one", () => {
    const own = createWorkingCalendar(
      [
        { day: "2021-02-16" as Day, kind: "make-up", note: null, basis: "Quyết định riêng" },
        { day: "2021-03-10" as Day, kind: "afternoon-off", note: null, basis: null },
      ],
      { holidayOn: nationalHolidayOn },
    );
    expect(isWorkingDay("2021-02-16" as Day, own)).toBe(true);
    expect(own.shiftsOn("2021-03-10" as Day)).toEqual([{ fromMinute: 450, toMinute: 690 }]);
  });

  it("counts the working days to a due day: day zero is today", () => {
    expect(workingDaysBetween("2021-02-08" as Day, "2021-02-18" as Day, calendar)).toBe(3);
    expect(workingDaysBetween("2021-03-10" as Day, "2021-03-10" as Day, calendar)).toBe(0);
    expect(workingDaysBetween("2021-03-12" as Day, "2021-03-15" as Day, calendar)).toBe(1);
  });

  it("counts two stretches of days as their sum", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(40), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const parts = workingDaysBetween(from, middle, calendar) + workingDaysBetween(middle, to, calendar);
        expect(workingDaysBetween(from, to, calendar)).toBe(parts);
      }),
    );
  });
});

describe("the outcome", () => {
  it.each([
    ["2021-03-15", "2021-03-14", "early"],
    ["2021-03-15", "2021-03-15", "on-time"],
    ["2021-03-15", "2021-03-16", "late"],
    [null, "2021-03-16", "no-due-date"],
  ])("of what was due on %s and done on %s is %s", (dueOn, doneOn, outcome) => {
    expect(outcomeOf(dueOn as Day | null, doneOn as Day)).toBe(outcome);
  });

  it("is late only when the due day has ended, not by the minute", () => {
    const dueOn = "2021-03-15" as Day;
    expect(isLateAsOf(dueOn, instantOn(dueOn, 24 * 60 - 1))).toBe(false);
    expect(isLateAsOf(dueOn, instantOn(dueOn, 24 * 60))).toBe(true);
    expect(isLateAsOf(null, instantOn(dueOn))).toBe(false);
  });
});
