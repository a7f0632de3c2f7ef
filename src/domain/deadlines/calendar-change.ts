import { daysBetween, type Day } from "../vietnam-time.ts";
import type { DayException } from "./working-calendar.ts";

/** What a day may be made; "ordinary" takes back what was entered for it. */
export const dayKinds = ["off", "morning-off", "afternoon-off", "make-up", "ordinary"] as const;
export type DayKind = (typeof dayKinds)[number];

/** Days that are to be unlike, or again like, their weekday: the agency's, or a unit's. */
export interface DayChange {
  from: Day;
  /** Included. */
  until: Day;
  kind: DayKind;
  note: string;
  /** Where it is laid down. */
  basis: string;
  unitCode: string | null;
}

/** The most days that are changed at once: a Tết and its neighbours. */
const mostDaysAtOnce = 31;

export type DayFault = "days-backwards" | "days-too-many" | "basis-missing" | "nothing-entered";

/** What is wrong with a change of days. `entered` are the days entered so far for the same owner. */
export function faultOfDays(
  { from, until, kind, basis, unitCode }: DayChange,
  entered: readonly OwnDay[],
): DayFault | undefined {
  if (until < from) return "days-backwards";
  if (daysBetween(from, until) >= mostDaysAtOnce) return "days-too-many";
  if (basis === "") return "basis-missing";
  const isAny = entered.some((own) => own.unitCode === unitCode && from <= own.day && own.day <= until);
  return kind === "ordinary" && !isAny ? "nothing-entered" : undefined;
}

/** A day that was entered, and whose it is; the agency's when no unit is named. */
export interface OwnDay extends DayException {
  unitCode: string | null;
  unitName: string | null;
}
