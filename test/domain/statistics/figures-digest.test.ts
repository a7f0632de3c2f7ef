import { describe, expect, it } from "vitest";
import { keptNationalHolidays } from "../../../src/domain/deadlines/national-holidays.ts";
import { createWorkingCalendars } from "../../../src/domain/deadlines/working-calendars.ts";
import { digestPeriod, rhythmsDue } from "../../../src/domain/statistics/figures-digest.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";

const content = { national: keptNationalHolidays(), exceptions: [], hours: [], units: [] };
const calendar = createWorkingCalendars("v", content).of();

describe("the mornings on which figures are sent", () => {
  it.each([
    ["2026-11-23 07:15", ["weekly"], "a Monday"],
    ["2026-11-23 07:14", [], "a minute before"],
    ["2026-11-23 11:29", ["weekly"], "the end of a late morning"],
    ["2026-11-23 11:30", [], "after the morning"],
    ["2026-11-24 07:15", [], "a Tuesday"],
    ["2026-11-22 07:15", [], "a Sunday"],
    ["2026-12-15 07:15", ["monthly", "quarterly"], "the 15th, which opens a reporting month and quarter"],
    ["2026-11-16 07:15", ["weekly", "monthly"], "the Monday after a 15th on a Sunday"],
    ["2026-02-23 07:15", ["weekly", "monthly"], "the first Monday after Tết, which swallowed the 15th"],
    ["2026-02-16 07:15", [], "a day of Tết"],
  ])("at %s are due %j: %s", (at, due) => {
    expect(rhythmsDue(new Date(`${at.replace(" ", "T")}:00+07:00`), calendar, "reporting")).toEqual(due);
  });

  it.each([
    ["weekly", "2026-11-23", "2026-11-16", "2026-11-22"],
    ["monthly", "2026-12-15", "2026-11-15", "2026-12-14"],
    ["quarterly", "2026-12-15", "2026-09-15", "2026-12-14"],
  ] as const)("%s on %s are about %s to %s", (rhythm, on, from, to) => {
    expect(digestPeriod(rhythm, on as Day, "reporting")).toMatchObject({ from, to });
  });
});
