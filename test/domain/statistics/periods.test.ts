import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPeriod, touches } from "../../../src/domain/statistics/nearest-period.ts";
import {
  freeRange,
  latestBegun,
  namedPeriod,
  namedPeriodAt,
  previousPeriod,
  progress,
  sameLastYear,
  singleDay,
  weekOf,
  yearToDate,
} from "../../../src/domain/statistics/periods.ts";
import { addDays, instantOn, type Day } from "../../../src/domain/vietnam-time.ts";

const on = (text: string) => text as Day;
const days = ({ from, to }: { from: Day; to: Day }) => `${from}…${to}`;

describe("a reporting period", () => {
  it.each([
    ["quarter", 2021, 1, "2020-12-15…2021-03-14"],
    ["quarter", 2021, 4, "2021-09-15…2021-12-14"],
    ["half", 2021, 1, "2020-12-15…2021-06-14"],
    ["half", 2021, 2, "2021-06-15…2021-12-14"],
    ["nine-months", 2021, 1, "2020-12-15…2021-09-14"],
    ["year", 2021, 1, "2020-12-15…2021-12-14"],
    ["month", 2021, 1, "2020-12-15…2021-01-14"],
    ["month", 2024, 3, "2024-02-15…2024-03-14"],
  ] as const)("%s %i/%i runs %3$s (NĐ 09/2019 art. 12)", (kind, year, number, expected) => {
    expect(days(namedPeriod(kind, year, number, "reporting"))).toBe(expected);
  });

  it.each([
    ["quarter", 2021, 1, "2021-01-01…2021-03-31"],
    ["month", 2024, 2, "2024-02-01…2024-02-29"],
    ["half", 2021, 2, "2021-07-01…2021-12-31"],
    ["nine-months", 2021, 1, "2021-01-01…2021-09-30"],
  ] as const)("by the calendar, %s %i/%i runs %3$s", (kind, year, number, expected) => {
    expect(days(namedPeriod(kind, year, number, "calendar"))).toBe(expected);
  });

  const named = fc.record({
    kind: fc.constantFrom("quarter", "half", "year", "month" as const),
    basis: fc.constantFrom("reporting" as const, "calendar" as const),
    day: fc.integer({ min: 0, max: 6000 }).map((n) => addDays(on("2015-01-01"), n)),
  });

  it("holds the day it was made for, and the one before it ends on its eve", () => {
    fc.assert(
      fc.property(named, ({ kind, basis, day }) => {
        const period = namedPeriodAt(kind, day, basis);
        expect(period.from <= day && day <= period.to).toBe(true);
        const previous = previousPeriod(period);
        expect(addDays(previous.to, 1)).toBe(period.from);
        expect(previous.kind).toBe(kind);
      }),
    );
  });

  it("compared with last year is the same one of the year before", () => {
    expect(sameLastYear(namedPeriod("quarter", 2021, 1, "reporting"))).toEqual(
      namedPeriod("quarter", 2020, 1, "reporting"),
    );
    expect(days(sameLastYear(freeRange(on("2024-02-10"), on("2024-02-29"))))).toBe("2023-02-10…2023-02-28");
    expect(days(sameLastYear(singleDay(on("2021-03-15"))))).toBe("2020-03-15…2020-03-15");
  });

  it("without a year is the latest that has begun", () => {
    expect(latestBegun("quarter", 1, on("2026-12-14"), "reporting").year).toBe(2026);
    expect(latestBegun("quarter", 1, on("2026-12-15"), "reporting").year).toBe(2027);
    expect(latestBegun("quarter", 4, on("2026-09-14"), "reporting").year).toBe(2025);
    expect(latestBegun("quarter", 1, on("2026-12-15"), "calendar").year).toBe(2026);
  });

  it("of days: a week runs Monday to Sunday, a range goes back by its own length, the year to date ends today", () => {
    expect(days(weekOf(on("2021-03-14")))).toBe("2021-03-08…2021-03-14");
    expect(days(previousPeriod(freeRange(on("2021-02-01"), on("2021-02-15"))))).toBe("2021-01-17…2021-01-31");
    expect(days(yearToDate(on("2021-03-20"), "reporting"))).toBe("2020-12-15…2021-03-20");
  });

  it("is ahead, running or over", () => {
    const quarter = namedPeriod("quarter", 2021, 1, "reporting");
    expect(progress(quarter, new Date(instantOn(quarter.from).getTime() - 1))).toBe("ahead");
    expect(progress(quarter, instantOn(quarter.from))).toBe("running");
    expect(progress(quarter, instantOn(addDays(quarter.to, 1)))).toBe("over");
  });

  it("without data has a nearest of its kind that has some", () => {
    const extent = { from: on("2020-11-23"), to: on("2021-04-02") };
    const empty = namedPeriod("quarter", 2023, 1, "reporting");
    expect(touches(empty, extent)).toBe(false);
    expect(days(nearestPeriod(empty, extent))).toBe("2021-03-15…2021-06-14");
    expect(days(nearestPeriod(namedPeriod("year", 2018, 1, "reporting"), extent))).toBe(
      "2019-12-15…2020-12-14",
    );
    expect(touches(namedPeriod("quarter", 2021, 1, "reporting"), extent)).toBe(true);
  });
});
