import { namedPeriod } from "../../../domain/statistics/periods.ts";
import type { PeriodBasis } from "../../../domain/statistics/period.ts";
import { day, readDay, type Day } from "../../../domain/vietnam-time.ts";

export type NamedKind = "quarter" | "half" | "nine-months" | "year" | "month";

/** One end of a range, or a whole period, as it was said: the year may be missing. */
export type Point =
  | { kind: "date"; dayOfMonth: number; month: number; year?: number }
  | { kind: NamedKind; number: number; year?: number };

const perYear: Record<NamedKind, number> = { quarter: 4, half: 2, "nine-months": 1, year: 1, month: 12 };

/** Whether there is such a day, quarter or month at all; a day without year is looked at in a leap year. */
export function isReal(point: Point): boolean {
  if (point.year !== undefined && (point.year < 1990 || point.year > 2099)) return false;
  if (point.kind === "date") return dateOf(point, point.year ?? 2020) !== undefined;
  return point.number >= 1 && point.number <= perYear[point.kind];
}

/** The days a point covers in a year. A 29 February that the year lacks is its 28 February. */
export function daysOf(point: Point, year: number, basis: PeriodBasis): { from: Day; to: Day } {
  if (point.kind !== "date") return namedPeriod(point.kind, year, point.number, basis);
  const on = dateOf(point, year) ?? day(year, 2, 28);
  return { from: on, to: on };
}

function dateOf({ dayOfMonth, month }: Point & { kind: "date" }, year: number): Day | undefined {
  const two = (number: number) => String(number).padStart(2, "0");
  return readDay(`${year}-${two(month)}-${two(dayOfMonth)}`);
}
