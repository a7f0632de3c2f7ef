import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { isWorkingDay } from "../deadlines/working-time.ts";
import { addDays, daysBetween, type Day } from "../vietnam-time.ts";

/** So many dossiers were received on one day and resolved on another, or the same. */
export interface HandledSpan {
  receivedOn: Day;
  resolvedOn: Day;
  count: number;
}

/** How long handling took, in working days after the day of receipt; null where nothing was resolved. */
export interface HandlingTime {
  /** Dossiers resolved in the period: the same as the figure of that name. */
  count: number;
  medianDays: number | null;
  /** Nine of ten dossiers took no longer. */
  ninetiethDays: number | null;
  longestDays: number | null;
}

/**
 * Median and 90th percentile by nearest rank: the least number of days within which at least half, or nine tenths, of the
 * dossiers were resolved. Days are counted as deadlines count them (workingDaysBetween), by one calendar for all.
 */
export function handlingTimeOf(spans: readonly HandledSpan[], calendar: WorkingCalendar): HandlingTime {
  const workedBy = createDayCount(spans, calendar);
  const counts = new Map<number, number>();
  for (const { receivedOn, resolvedOn, count } of spans) {
    const days = Math.max(0, workedBy(resolvedOn) - workedBy(receivedOn));
    counts.set(days, (counts.get(days) ?? 0) + count);
  }
  const ascending = [...counts].toSorted(([a], [b]) => a - b);
  const count = ascending.reduce((sum, [, of]) => sum + of, 0);
  return {
    count,
    medianDays: daysOfRank(ascending, Math.ceil(count * 0.5)),
    ninetiethDays: daysOfRank(ascending, Math.ceil((count * 9) / 10)),
    longestDays: ascending.at(-1)?.[0] ?? null,
  };
}

function daysOfRank(ascending: readonly [days: number, count: number][], rank: number): number | null {
  let seen = 0;
  for (const [days, count] of ascending) {
    seen += count;
    if (seen >= rank) return days;
  }
  return null;
}

/** Working days up to a day, counted from the first receipt on: each day is looked up in the calendar once. */
function createDayCount(spans: readonly HandledSpan[], calendar: WorkingCalendar): (on: Day) => number {
  let first: Day | undefined;
  let last: Day | undefined;
  for (const { receivedOn, resolvedOn } of spans) {
    if (first === undefined || receivedOn < first) first = receivedOn;
    if (last === undefined || resolvedOn > last) last = resolvedOn;
  }
  if (first === undefined || last === undefined) return () => 0;
  const totals: number[] = [0];
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1))
    totals.push(totals.at(-1)! + (isWorkingDay(on, calendar) ? 1 : 0));
  const begin = first;
  return (on) => totals[Math.min(daysBetween(begin, on), totals.length - 1)] ?? 0;
}
