import { describe, expect, it } from "vitest";
import { calendarReminderNeeded } from "../../../src/domain/deadlines/calendar-reminder.ts";
import { keptNationalHolidays } from "../../../src/domain/deadlines/national-holidays.ts";
import {
  createWorkingCalendars,
  type CalendarContent,
} from "../../../src/domain/deadlines/working-calendars.ts";
import { addDays, type Day } from "../../../src/domain/vietnam-time.ts";
import { at } from "../feedback/case-setting.ts";

type Exception = CalendarContent["exceptions"][number];
type Hours = CalendarContent["hours"][number];

const off = (day: string, unitCode: string | null, basis: string | null = null): Exception => ({
  day: day as Day,
  kind: "off",
  note: null,
  basis,
  unitCode,
});
const worked = (day: string): Exception => ({ ...off(day, null, "TB"), kind: "make-up" });
const shift = (unitCode: string | null, weekday: number, from: number, to: number): Hours => ({
  unitCode,
  weekday,
  fromMinute: from * 60,
  toMinute: to * 60,
});
const never = (unitCode: string, weekday: number): Hours => ({
  unitCode,
  weekday,
  fromMinute: null,
  toMinute: null,
});
const units = [
  { code: "STP", parentCode: null },
  { code: "STP.HCTP", parentCode: "STP" },
  { code: "STP.HCTP.1", parentCode: "STP.HCTP" },
];
const calendarsOf = (exceptions: Exception[], hours: Hours[] = []) =>
  createWorkingCalendars("v", { national: keptNationalHolidays(), exceptions, hours, units });

const monday = "2021-03-15" as Day;
const saturday = "2021-03-20" as Day;
const hoursOn = (day: Day, unitCode: string | undefined, calendars: ReturnType<typeof calendarsOf>) =>
  calendars
    .of(unitCode)
    .shiftsOn(day)
    .map(({ fromMinute, toMinute }) => `${fromMinute / 60}–${toMinute / 60}`);

describe("a unit's calendar", () => {
  it("has the days off of the agency and of the units above, not those of the units below", () => {
    const calendars = calendarsOf([
      off("2021-03-15", null),
      off("2021-03-16", "STP.HCTP"),
      off("2021-03-17", "STP.HCTP.1"),
    ]);
    const daysOff = (unitCode?: string) =>
      [0, 1, 2].filter((days) => calendars.of(unitCode).shiftsOn(addDays(monday, days)).length === 0);
    expect(daysOff()).toEqual([0]);
    expect(daysOff("STP")).toEqual([0]);
    expect(daysOff("STP.HCTP")).toEqual([0, 1]);
    expect(daysOff("STP.HCTP.1")).toEqual([0, 1, 2]);
    expect(daysOff("no such unit")).toEqual([0]);
  });

  it("puts its own day in the place of those above and of the nation", () => {
    const own: Exception = { ...off("2021-02-12", "STP.HCTP"), kind: "make-up" };
    const calendars = calendarsOf([off("2021-02-12", null), own]);
    expect(calendars.of("STP").exceptionOn(own.day)?.kind).toBe("off");
    expect(calendars.of("STP.HCTP.1").exceptionOn(own.day)?.kind).toBe("make-up");
  });

  it("has each weekday's hours as the nearest unit laid them down, whole", () => {
    const calendars = calendarsOf(
      [],
      [
        shift(null, 1, 8, 12),
        shift("STP.HCTP", 6, 13, 17),
        shift("STP.HCTP", 6, 8, 11),
        never("STP.HCTP.1", 1),
      ],
    );
    expect(hoursOn(monday, undefined, calendars)).toEqual(["8–12"]);
    expect(hoursOn(saturday, "STP", calendars)).toEqual([]);
    expect(hoursOn(monday, "STP.HCTP", calendars)).toEqual(["8–12"]);
    expect(hoursOn(monday, "STP.HCTP.1", calendars)).toEqual([]);
    expect(hoursOn(saturday, "STP.HCTP.1", calendars)).toEqual(["8–11", "13–17"]);
  });

  it("has office hours when nobody said otherwise, or only that nobody ever works", () => {
    const weekdays = [1, 2, 3, 4, 5];
    const calendars = calendarsOf(
      [],
      weekdays.map((weekday) => never("STP", weekday)),
    );
    expect(hoursOn(monday, "STP", calendars)).toEqual(["7.5–11.5", "13.5–17"]);
    expect(hoursOn(monday, undefined, calendars)).toEqual(["7.5–11.5", "13.5–17"]);
  });

  it("works a make-up day as its first weekday with work", () => {
    const makeUp: Exception = { ...off("2021-03-20", null), kind: "make-up" };
    const calendars = calendarsOf([makeUp], [never("STP", 1), shift("STP", 2, 8, 12)]);
    expect(hoursOn(saturday, "STP", calendars)).toEqual(["8–12"]);
  });
});

describe("a confirmed year", () => {
  it.each([
    ["is one that the program knows", [], "2026-12-31"],
    ["needs a basis", [off("2027-02-05", null)], "2026-12-31"],
    ["is the agency's, not a unit's", [off("2027-02-05", "STP", "QĐ 12")], "2026-12-31"],
    ["does not follow from a day swapped into its January", [off("2027-01-04", null, "TB")], "2026-12-31"],
    ["does not follow from a day of it that is worked", [worked("2027-02-08")], "2026-12-31"],
    ["follows the last one", [off("2027-02-05", null, "TB 5015/TB-BNV")], "2027-12-31"],
    ["leaves no gap before it", [off("2028-01-25", null, "TB")], "2026-12-31"],
    ["may be several", [off("2028-01-25", null, "TB"), off("2027-02-05", null, "TB")], "2028-12-31"],
  ])("%s", (_what, exceptions, confirmedThrough) => {
    expect(calendarsOf(exceptions).of("STP").confirmedThrough).toBe(confirmedThrough);
  });

  it("is asked for from 1 October of the year before, until it is there", () => {
    const entered = calendarsOf([off("2027-02-05", null, "TB 5015/TB-BNV")]);
    expect(calendarReminderNeeded(at("2026-09-30 23:59"), calendarsOf([]))).toBeUndefined();
    expect(calendarReminderNeeded(at("2026-10-01 00:00"), calendarsOf([]))).toBe(2027);
    expect(calendarReminderNeeded(at("2026-10-01 00:00"), entered)).toBeUndefined();
    expect(calendarReminderNeeded(at("2027-01-04 08:00"), calendarsOf([]))).toBe(2027);
    expect(calendarReminderNeeded(at("2027-10-01 08:00"), entered)).toBe(2028);
  });
});
