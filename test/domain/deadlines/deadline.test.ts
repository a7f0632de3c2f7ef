import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadlineAfter, extendDeadline, type Pause } from "../../../src/domain/deadlines/deadline.ts";
import { nationalHolidayOn } from "../../../src/domain/deadlines/national-holidays.ts";
import type { Term } from "../../../src/domain/deadlines/term.ts";
import { createWorkingCalendar } from "../../../src/domain/deadlines/working-calendar.ts";
import { workingMinutesBetween } from "../../../src/domain/deadlines/working-time.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";
import { at } from "../feedback/case-setting.ts";
import {
  anyCalendar,
  anyDay,
  anyInstant,
  anyTerm,
  calendarWith,
  dayOff,
  someExceptions,
} from "./calendar-arbitraries.ts";

const calendar = calendarWith();
const hours = (amount: number): Term => ({ kind: "working-hours", amount });
const days = (amount: number): Term => ({ kind: "working-days", amount });
const calendarDays = (amount: number): Term => ({ kind: "calendar-days", amount });
const pause = (from: string, to: string): Pause => ({ from: at(from), to: at(to) });

describe("a deadline", () => {
  it.each([
    ["the day of receipt is day zero", "2021-03-15 08:00", days(1), "2021-03-16 17:00"],
    ["to the last minute", "2021-03-15 16:59", days(1), "2021-03-16 17:00"],
    ["before the office opens", "2021-03-15 00:00", days(1), "2021-03-16 17:00"],
    ["arrival exactly at closing", "2021-03-15 17:00", days(1), "2021-03-16 17:00"],
    ["a Sunday's receipt", "2021-03-14 10:00", days(1), "2021-03-15 17:00"],
    ["on 30/4, five days", "2021-04-30 16:40", days(5), "2021-05-10 17:00"],
    ["the Thursday before 30/4", "2021-04-29 16:40", days(5), "2021-05-10 17:00"],
    ["Friday 16:40 before a 30/4 on Saturday", "2022-04-29 16:40", days(1), "2022-05-04 17:00"],
    ["the Saturday made up in January 2026", "2026-01-09 08:00", days(1), "2026-01-10 17:00"],
    ["the Saturday made up in August 2026", "2026-08-21 08:00", days(2), "2026-08-24 17:00"],
    ["over Tết 2026", "2026-02-12 08:00", days(3), "2026-02-24 17:00"],
    ["hours over the noon break", "2021-03-15 11:00", hours(1), "2021-03-15 14:00"],
    ["hours from a Saturday", "2021-03-13 09:00", hours(8), "2021-03-16 08:00"],
    ["hours from Friday 16:40 before 30/4", "2022-04-29 16:40", hours(4), "2022-05-04 11:10"],
    ["half an hour", "2021-03-15 16:45", hours(0.5), "2021-03-16 07:45"],
    ["calendar days that end on a working day", "2021-03-15 08:00", calendarDays(15), "2021-03-30 17:00"],
    ["calendar days that end on a Saturday", "2021-03-15 08:00", calendarDays(5), "2021-03-22 17:00"],
    ["calendar days that end in Tết 2021", "2021-01-29 08:00", calendarDays(15), "2021-02-17 17:00"],
  ])("%s: %s, %j → %s", (_name, from, term, due) => {
    expect(deadlineAfter(at(from), term, calendar).dueAt).toEqual(at(due));
  });

  it("on a half day ends with its work", () => {
    const half = calendarWith({ day: "2021-03-16" as Day, kind: "afternoon-off", note: "Họp", basis: null });
    const { dueAt, steps } = deadlineAfter(at("2021-03-15 08:00"), days(1), half);
    expect(dueAt).toEqual(at("2021-03-16 11:30"));
    expect(steps).toContainEqual({ kind: "half-days", days: [{ day: "2021-03-16", note: "Họp" }] });
  });

  it("tells each step in the order in which one reckons", () => {
    const { steps } = deadlineAfter(at("2021-04-30 16:40"), days(5), calendar);
    expect(steps).toEqual([
      { kind: "received", at: at("2021-04-30 16:40").toISOString() },
      { kind: "starts", at: at("2021-05-04 07:30").toISOString() },
      { kind: "term", term: days(5) },
      {
        kind: "days-off",
        days: [
          { day: "2021-04-30", note: "Ngày Chiến thắng" },
          { day: "2021-05-01", note: "Quốc tế Lao động" },
          { day: "2021-05-03", note: "nghỉ bù 1/5" },
        ],
      },
      { kind: "due", at: at("2021-05-10 17:00").toISOString() },
    ]);
  });

  it("in calendar days names only the days off that it rolls over", () => {
    const kinds = (from: string, amount: number) =>
      deadlineAfter(at(from), calendarDays(amount), calendar).steps.map(({ kind }) => kind);
    expect(kinds("2021-01-29 08:00", 15)).toEqual(["received", "term", "rolled-forward", "days-off", "due"]);
    expect(kinds("2021-01-29 08:00", 30)).toEqual(["received", "term", "rolled-forward", "due"]);
    expect(kinds("2021-01-30 18:00", 30)).toEqual(["received", "term", "due"]);
  });

  it("is only expected beyond the last confirmed year, and so are its days off", () => {
    const own = createWorkingCalendar([], {
      holidayOn: nationalHolidayOn,
      confirmedThrough: "2026-12-31" as Day,
    });
    expect(deadlineAfter(at("2026-12-30 08:00"), days(1), own)).toMatchObject({ isExpected: false });
    const { isExpected, steps } = deadlineAfter(at("2026-12-30 08:00"), days(2), own);
    expect(isExpected).toBe(true);
    expect(steps).toContainEqual({
      kind: "days-off",
      days: [{ day: "2027-01-01", note: "Tết Dương lịch", isExpected: true }],
    });
  });
});

describe("an extension", () => {
  it("adds whole working days after the deadline's own", () => {
    const deadline = deadlineAfter(at("2021-04-28 08:00"), hours(4), calendar);
    const extended = extendDeadline(deadline, 2, calendar);
    expect(extended.dueAt).toEqual(at("2021-05-04 17:00"));
    expect(extended.steps.slice(deadline.steps.length).map(({ kind }) => kind)).toEqual([
      "extended",
      "days-off",
      "due",
    ]);
  });
});

describe("pauses", () => {
  const received = at("2021-03-15 08:00");
  it.each([
    ["over a night without work", [pause("2021-03-15 17:00", "2021-03-16 07:30")], "2021-03-17 10:00"],
    [
      "over a night with an hour on both sides",
      [pause("2021-03-15 16:00", "2021-03-16 08:30")],
      "2021-03-17 14:00",
    ],
    ["begun before the receipt", [pause("2021-03-12 08:00", "2021-03-15 09:00")], "2021-03-17 11:00"],
    ["begun after the deadline", [pause("2021-03-18 08:00", "2021-03-19 09:00")], "2021-03-17 10:00"],
    [
      "twice, the second begun in the time that the first added",
      [pause("2021-03-15 08:00", "2021-03-16 08:00"), pause("2021-03-17 11:00", "2021-03-17 14:00")],
      "2021-03-18 11:00",
    ],
    ["without an end, which somebody else decides", [{ from: received, to: null }], "2021-03-17 10:00"],
  ])("%s", (_name, pauses, due) => {
    expect(deadlineAfter(received, hours(17), calendar, pauses).dueAt).toEqual(at(due));
  });

  it("make a term in days end with the day that it leads to", () => {
    const pauses = [pause("2021-03-16 08:00", "2021-03-16 09:00")];
    expect(deadlineAfter(received, days(3), calendar, pauses).dueAt).toEqual(at("2021-03-19 17:00"));
  });

  it("count on the whole day with which a term in days ends", () => {
    const first = pause("2021-03-16 08:00", "2021-03-16 09:00");
    const onTheAddedDay = pause("2021-03-19 09:00", "2021-03-22 08:30");
    const { dueAt } = deadlineAfter(received, days(3), calendar, [first, onTheAddedDay]);
    expect(dueAt).toEqual(at("2021-03-22 17:00"));
  });

  it("are told as added time only when they moved the deadline", () => {
    const before = pause("2021-03-16 08:00", "2021-03-16 09:00");
    const afterwards = pause("2021-03-22 08:00", "2021-03-22 09:00");
    for (const term of [hours(17), days(3)]) {
      const { steps } = deadlineAfter(received, term, calendar, [before, afterwards]);
      expect(steps.filter(({ kind }) => kind === "paused")).toEqual([
        {
          kind: "paused",
          from: before.from.toISOString(),
          to: before.to!.toISOString(),
          workingMinutes: 60,
        },
      ]);
    }
  });
});

const somePauses = fc.array(
  fc.tuple(anyInstant, anyInstant).map(([a, b]): Pause => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { maxLength: 3 },
);

describe("every deadline", () => {
  it("comes no earlier for what is received later", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(20_000), anyTerm, anyCalendar, (from, later, term, own) => {
        const second = new Date(from.getTime() + later * 60_000);
        expect(deadlineAfter(second, term, own).dueAt.getTime()).toBeGreaterThanOrEqual(
          deadlineAfter(from, term, own).dueAt.getTime(),
        );
      }),
    );
  });

  it("comes no earlier with one more day off", () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyTerm,
        someExceptions,
        anyDay,
        somePauses,
        (from, term, own, holiday, some) => {
          // A pause on what becomes a day off waits for nothing; calendar days are not lengthened by it either.
          const pauses = term.kind === "calendar-days" ? [] : some;
          const before = deadlineAfter(from, term, calendarWith(...own), pauses);
          const after = deadlineAfter(from, term, calendarWith(...own, dayOff(holiday)), pauses);
          expect(after.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime());
        },
      ),
    );
  });

  it("comes no earlier with one more pause", () => {
    fc.assert(
      fc.property(anyInstant, anyTerm, anyCalendar, somePauses, (from, term, own, pauses) => {
        const dues = pauses.map(
          (_, count) => deadlineAfter(from, term, own, pauses.slice(0, count + 1)).dueAt,
        );
        for (const due of dues)
          expect(due.getTime()).toBeGreaterThanOrEqual(deadlineAfter(from, term, own).dueAt.getTime());
      }),
    );
  });

  it("does not move for a pause or a resumption without working time", () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyTerm,
        anyCalendar,
        somePauses,
        anyInstant,
        (from, term, own, pauses, when) => {
          const idle = idleAround(when, own);
          const { dueAt } = deadlineAfter(from, term, own, pauses);
          expect(deadlineAfter(from, term, own, [...pauses, idle]).dueAt).toEqual(dueAt);
          const split = pauses.flatMap(({ from: begin, to }) =>
            begin < idle.from && idle.to! < to!
              ? [
                  { from: begin, to: idle.from },
                  { from: idle.to!, to },
                ]
              : [{ from: begin, to }],
          );
          expect(deadlineAfter(from, term, own, split).dueAt).toEqual(dueAt);
        },
      ),
    );
  });

  it("is the same for two adjacent pauses as for one", () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyTerm,
        anyCalendar,
        fc.tuple(anyInstant, anyInstant, anyInstant),
        (from, term, own, instants) => {
          const [a, b, c] = instants.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
          expect(
            deadlineAfter(from, term, own, [
              { from: a, to: b },
              { from: b, to: c },
            ]),
          ).toEqual(deadlineAfter(from, term, own, [{ from: a, to: c }]));
        },
      ),
    );
  });
});

/** The time around an instant in which nobody works; nothing when somebody does. */
function idleAround(when: Date, own: ReturnType<typeof calendarWith>): Pause {
  let from = when;
  let to = when;
  const quarter = 15 * 60_000;
  for (let grown = 0; grown < 100; grown += 1) {
    const [wider, longer] = [new Date(from.getTime() - quarter), new Date(to.getTime() + quarter)];
    if (workingMinutesBetween(wider, to, own) === 0) from = wider;
    if (workingMinutesBetween(from, longer, own) === 0) to = longer;
  }
  return { from, to };
}
