import { describe, expect, it } from "vitest";
import { expectedHolidays } from "../../../src/domain/deadlines/expected-holidays.ts";
import { nationalHolidayOn, nationalHolidaysOf } from "../../../src/domain/deadlines/national-holidays.ts";
import type { DayException } from "../../../src/domain/deadlines/working-calendar.ts";
import { weekdayOf, type Day } from "../../../src/domain/vietnam-time.ts";

/** `dd/MM` of the weekdays off, in order. */
function weekdaysOff(holidays: readonly DayException[]): string {
  return daysOf(holidays.filter(({ day, kind }) => kind === "off" && weekdayOf(day) <= 5));
}

function daysOf(holidays: readonly DayException[]): string {
  return holidays
    .map(({ day }) => day)
    .toSorted()
    .map((day) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`)
    .join(" ");
}

describe("the weekdays off of the public service", () => {
  it.each([
    [2020, "1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9"],
    [2021, "1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9"],
    [2022, "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9"],
    [2023, "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9"],
    [2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9"],
    [2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9"],
    [2026, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9"],
  ])("in %s were as decided", (year, days) => {
    expect(weekdaysOff(nationalHolidaysOf(year))).toBe(days);
  });

  it.each([
    [2020, ""],
    [2021, ""],
    [2022, ""],
    [2023, ""],
    [2024, "4/5"],
    [2025, "26/4"],
    [2026, "10/1 22/8"],
  ])("were made up for in %s on Saturdays as decided (%s)", (year, days) => {
    const makeUp = nationalHolidaysOf(year).filter(({ kind }) => kind === "make-up");
    expect(daysOf(makeUp)).toBe(days);
    expect(makeUp.every(({ day }) => weekdayOf(day) === 6)).toBe(true);
  });

  it("stand once each, with a name and where they are laid down", () => {
    for (let year = 2015; year <= 2100; year += 1) {
      const holidays = nationalHolidaysOf(year);
      expect(holidays.length).toBeGreaterThanOrEqual(10);
      expect(new Set(holidays.map(({ day }) => day)).size).toBe(holidays.length);
      for (const { day, note, basis } of holidays) {
        expect(Number(day.slice(0, 4))).toBe(year);
        expect([note, basis]).not.toContain(null);
      }
    }
  });
});

describe("the expected days off", () => {
  it.each([
    [2027, "1/1 5/2 8/2 9/2 10/2 11/2 16/4 30/4 3/5 2/9 3/9 24/11"],
    [2028, "3/1 25/1 26/1 27/1 28/1 31/1 4/4 1/5 2/5 1/9 4/9 24/11"],
    [2029, "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11"],
    [2030, "1/1 1/2 4/2 5/2 6/2 7/2 12/4 30/4 1/5 2/9 3/9 25/11"],
    [2031, "1/1 22/1 23/1 24/1 27/1 28/1 1/4 30/4 1/5 1/9 2/9 24/11"],
  ])("of %s follow from the law", (year, days) => {
    expect(weekdaysOff(nationalHolidaysOf(year))).toBe(days);
  });

  it.each([
    ["2020-01-25", "2020-04-02"],
    ["2021-02-12", "2021-04-21"],
    ["2022-02-01", "2022-04-10"],
    ["2023-01-22", "2023-04-29"],
    ["2024-02-10", "2024-04-18"],
    ["2025-01-29", "2025-04-07"],
    ["2026-02-17", "2026-04-26"],
    ["2027-02-06", "2027-04-16"],
    ["2028-01-26", "2028-04-04"],
    ["2029-02-13", "2029-04-23"],
    // A day before China's.
    ["2030-02-02", "2030-04-12"],
    ["2031-01-23", "2031-04-01"],
  ])("know the first day of Tết (%s) and Giỗ Tổ (%s)", (tet, ancestors) => {
    const holidays = expectedHolidays(Number(tet.slice(0, 4)));
    expect(holidays.filter(({ note }) => note === "Tết Nguyên đán")[1]!.day).toBe(tet);
    expect(holidays.find(({ note }) => note === "Giỗ Tổ Hùng Vương")!.day).toBe(ancestors);
  });

  it("are those that were decided for 2022, when nothing was swapped", () => {
    expect(weekdaysOff(expectedHolidays(2022))).toBe(weekdaysOff(nationalHolidaysOf(2022)));
  });

  it("are given for any year, beyond the lunar tables too", () => {
    expect(nationalHolidayOn("2199-01-01" as Day)?.note).toBe("Tết Dương lịch");
    expect(nationalHolidayOn("2500-01-01" as Day)?.note).toBe("Tết Dương lịch");
    expect(nationalHolidayOn("1999-03-10" as Day)).toBeUndefined();
  });
});
