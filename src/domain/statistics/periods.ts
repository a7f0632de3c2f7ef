import {
  addDays,
  day,
  dayOf,
  daysBetween,
  instantOn,
  monthOf,
  weekdayOf,
  yearOf,
  type Day,
} from "../vietnam-time.ts";
import type { Period, PeriodBasis, PeriodKind } from "./period.ts";

type NamedKind = "quarter" | "half" | "nine-months" | "year" | "month";

/** Months each named period spans, and how many of it a year has. */
const spans: Record<NamedKind, { months: number; perYear: number }> = {
  quarter: { months: 3, perYear: 4 },
  half: { months: 6, perYear: 2 },
  "nine-months": { months: 9, perYear: 1 },
  year: { months: 12, perYear: 1 },
  month: { months: 1, perYear: 12 },
};

/**
 * The quarter, half, nine months, year or month `number` (1-based; 1 for nine months and year) of a year.
 * Reporting basis: from the 15th of the month before to the 14th of the last month (NĐ 09/2019/NĐ-CP art. 12).
 */
export function namedPeriod(kind: NamedKind, year: number, number: number, basis: PeriodBasis): Period {
  const { months, perYear } = spans[kind];
  const first = (number - 1) * months + 1;
  const last = first + months - 1;
  const days =
    basis === "reporting"
      ? { from: day(year, first - 1, 15), to: day(year, last, 14) }
      : { from: day(year, first, 1), to: day(year, last + 1, 0) };
  return { kind, basis, ...days, year, ...(perYear > 1 ? { number } : {}) };
}

/** The named period of this kind that holds a day. Nine months: the one of the day's reporting year. */
export function namedPeriodAt(kind: NamedKind, on: Day, basis: PeriodBasis): Period {
  // The 15th opens the next reporting month.
  const shifted = basis === "reporting" && on.slice(8) >= "15" ? day(yearOf(on), monthOf(on) + 1, 1) : on;
  const { months, perYear } = spans[kind];
  const number = perYear === 1 ? 1 : Math.ceil(monthOf(shifted) / months);
  return namedPeriod(kind, yearOf(shifted), number, basis);
}

/** The latest period of this kind and number that has begun by a day: "quý 1" without a year. */
export function latestBegun(kind: NamedKind, number: number, today: Day, basis: PeriodBasis): Period {
  const next = namedPeriod(kind, yearOf(today) + 1, number, basis);
  if (next.from <= today) return next;
  const same = namedPeriod(kind, yearOf(today), number, basis);
  return same.from <= today ? same : namedPeriod(kind, yearOf(today) - 1, number, basis);
}

export function singleDay(on: Day): Period {
  return { kind: "day", basis: "calendar", from: on, to: on };
}

/** Monday to Sunday around a day. */
export function weekOf(on: Day): Period {
  const monday = addDays(on, 1 - weekdayOf(on));
  return { kind: "week", basis: "calendar", from: monday, to: addDays(monday, 6) };
}

/** From the beginning of the year that holds the day, to that day ("lũy kế", "từ đầu năm"). */
export function yearToDate(on: Day, basis: PeriodBasis): Period {
  const year = namedPeriodAt("year", on, basis);
  return { kind: "to-date", basis, from: year.from, to: on, year: year.year! };
}

/** A free range; the caller has made sure that `from` is not after `to`. */
export function freeRange(from: Day, to: Day): Period {
  return { kind: "range", basis: "calendar", from, to };
}

/** The period of the same kind just before: the quarter before a quarter, as many days before a range. */
export function previousPeriod(period: Period): Period {
  const eve = addDays(period.from, -1);
  if (isNamed(period.kind)) {
    if (period.kind === "nine-months") return sameLastYear(period);
    return namedPeriodAt(period.kind, eve, period.basis);
  }
  if (period.kind === "to-date") return sameLastYear(period);
  return { ...period, from: addDays(period.from, -1 - daysBetween(period.from, period.to)), to: eve };
}

/** The same period one year earlier (cùng kỳ năm trước); 29 February becomes 28 February. */
export function sameLastYear(period: Period): Period {
  if (isNamed(period.kind))
    return namedPeriod(period.kind, period.year! - 1, period.number ?? 1, period.basis);
  if (period.kind === "week") return weekOf(addDays(period.from, -364));
  const back = { ...period, from: yearBefore(period.from), to: yearBefore(period.to) };
  return period.year === undefined ? back : { ...back, year: period.year - 1 };
}

/** The instants between which things happen in the period, begin included, end not. */
export function bounds(period: Period): { start: Date; end: Date } {
  return { start: instantOn(period.from), end: instantOn(addDays(period.to, 1)) };
}

/** Whether the period is still to begin, running, or over at an instant. */
export function progress(period: Period, now: Date): "ahead" | "running" | "over" {
  const today = dayOf(now);
  if (today < period.from) return "ahead";
  return today > period.to ? "over" : "running";
}

function isNamed(kind: PeriodKind): kind is NamedKind {
  return kind in spans;
}

function yearBefore(on: Day): Day {
  const dayOfMonth = Number(on.slice(8));
  return on.endsWith("02-29") ? day(yearOf(on) - 1, 2, 28) : day(yearOf(on) - 1, monthOf(on), dayOfMonth);
}
