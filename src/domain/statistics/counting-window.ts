import { addDays, dayOf, type Day } from "../vietnam-time.ts";
import type { Period } from "./period.ts";
import { bounds } from "./periods.ts";

/** Between which instants a period's figures count, and what "late" is measured against. */
export interface CountingWindow {
  /** Included. */
  start: Date;
  /** Not included. */
  end: Date;
  /** The moment the figures stand for: the end of the period's last day, or now if that is earlier. */
  asOf: Date;
  /** An open dossier due before this day is late: its due day has ended by `asOf`. */
  lateBefore: Day;
  /** Something done on this day or later is not done yet. */
  doneBefore: Day;
}

/** What happens exactly now counts, hence the millisecond after it. */
export function countingWindow(period: Period, now: Date): CountingWindow {
  const { start, end } = bounds(period);
  const isOver = end <= now;
  const asOf = isOver ? end : now;
  return {
    start,
    end: isOver ? end : new Date(now.getTime() + 1),
    asOf,
    lateBefore: dayOf(asOf),
    doneBefore: isOver ? dayOf(end) : addDays(dayOf(now), 1),
  };
}
