import { addDays, type Day } from "../vietnam-time.ts";
import type { Period } from "./period.ts";
import { namedPeriodAt, singleDay, weekOf, yearToDate } from "./periods.ts";

/** The period of the same kind nearest to the one asked for that touches the days for which there are data. */
export function nearestPeriod(asked: Period, extent: { from: Day; to: Day }): Period {
  const isAfter = asked.from > extent.to;
  return periodAt(asked, isAfter ? extent.to : extent.from);
}

function periodAt({ kind, basis }: Period, on: Day): Period {
  switch (kind) {
    case "day":
      return singleDay(on);
    case "week":
      return weekOf(on);
    case "to-date":
      return yearToDate(on, basis);
    case "range":
      return namedPeriodAt("month", on, basis);
    default:
      return namedPeriodAt(kind, on, basis);
  }
}

/** Whether a period has a day in common with the days for which there are data. */
export function touches(period: Period, extent: { from: Day; to: Day }): boolean {
  return period.from <= extent.to && addDays(period.to, 1) > extent.from;
}
