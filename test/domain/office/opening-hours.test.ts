import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorkingCalendar, type DayException } from "../../../src/domain/deadlines/working-calendar.ts";
import { isWorkingTime } from "../../../src/domain/deadlines/working-time.ts";
import {
  nextDaysOff,
  nextWeekday,
  openingState,
  ordinaryWeek,
} from "../../../src/domain/office/opening-hours.ts";
import { addDays, weekdayOf, type Day } from "../../../src/domain/vietnam-time.ts";

const off = (day: string, note: string | null = "Lễ"): DayException => ({
  day: day as Day,
  kind: "off",
  note,
  basis: null,
});
const on = (text: string) => text as Day;
const plain = createWorkingCalendar([]);

describe("whether the office is open", () => {
  it("agrees with the working calendar at every minute, and names a moment that is not past", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minute) => {
        const at = new Date(Date.parse("2026-01-01T00:00:00Z") + minute * 60_000);
        const state = openingState(at, plain);
        expect(state.kind === "open").toBe(isWorkingTime(at, plain));
        expect((state.kind === "open" ? state.until : state.opensAt) > at).toBe(true);
      }),
    );
  });
});

describe("the ordinary week", () => {
  it("joins days with the same hours", () => {
    expect(
      ordinaryWeek(on("2026-11-23"), plain).map(({ from, to, shifts }) => [from, to, shifts.length]),
    ).toEqual([
      [1, 5, 2],
      [6, 7, 0],
    ]);
  });

  it("is not that of a week full of holidays", () => {
    const tet = Array.from({ length: 7 }, (_, at) => off(addDays(on("2026-02-14"), at)));
    expect(ordinaryWeek(on("2026-02-14"), createWorkingCalendar(tet))).toEqual(
      ordinaryWeek(on("2026-11-23"), plain),
    );
  });

  it("finds the same weekday today or within six days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 3_000 }), (weekday, days) => {
        const from = addDays(on("2020-01-01"), days);
        const found = nextWeekday(weekday, from);
        expect(weekdayOf(found)).toBe(weekday);
        expect(found >= from && found <= addDays(from, 6)).toBe(true);
      }),
    );
  });
});

describe("the next days off", () => {
  const calendar = createWorkingCalendar(
    // Friday and Monday off: the weekend between belongs to them, the one after does not.
    [off("2026-05-01", "1/5"), off("2026-05-04", "nghỉ bù"), off("2027-01-01", "Tết Dương lịch")],
    { confirmedThrough: on("2026-12-31") },
  );

  it.each([
    ["2026-04-01", { from: "2026-05-01", to: "2026-05-04", note: "1/5", isExpected: false }],
    ["2026-05-01", { from: "2026-05-01", to: "2026-05-04", note: "1/5", isExpected: false }],
    ["2026-05-05", { from: "2027-01-01", to: "2027-01-01", note: "Tết Dương lịch", isExpected: true }],
  ])("from %s on are found, marked where only expected", (from, expected) => {
    expect(nextDaysOff(on(from), calendar)).toEqual(expected);
  });

  it("are none where the calendar knows of none within a year", () => {
    expect(nextDaysOff(on("2028-01-02"), calendar)).toBeUndefined();
  });
});
