import { addDays, instantOn, type Day } from "../vietnam-time.ts";

export type Outcome = "early" | "on-time" | "late" | "no-due-date";

/**
 * How a matter ended, by calendar day in Vietnam: before the due day, on it, or after it. Without a due day it is none
 * of these. Form II.06a (TT 01/2020/TT-VPCP), columns 8 to 10.
 */
export function outcomeOf(dueOn: Day | null, resolvedOn: Day): Outcome {
  if (dueOn === null) return "no-due-date";
  if (resolvedOn === dueOn) return "on-time";
  return resolvedOn < dueOn ? "early" : "late";
}

/** Whether something still open is late at an instant: when its due day has ended, never by the minute. */
export function isLateAsOf(dueOn: Day | null, asOf: Date): boolean {
  return dueOn !== null && instantOn(addDays(dueOn, 1)) <= asOf;
}
