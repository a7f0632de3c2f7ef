import type { DayKind } from "../../../domain/deadlines/calendar-change.ts";
import type { CalendarFault } from "../../../domain/deadlines/calendar-desk.ts";
import { showDay, type Day } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";

export const calendarPath = "/lamviec/lich";

type Say = Pick<StaffVisit, "say">;

export function nameOfDayKind(kind: DayKind, { say }: Say): string {
  return say(`calendar-kind-${kind}`);
}

export function sentenceOf(fault: CalendarFault, { say }: Say): string {
  return say(`calendar-fault-${fault}`);
}

/** `14/02/2026`, or `14/02/2026–20/02/2026`. */
export function showSpan(from: Day, until: Day): string {
  return from === until ? showDay(from) : `${showDay(from)}–${showDay(until)}`;
}

/** The address of the calendar of a year, the agency's or a unit's. */
export function calendarOf(year: number, unitCode: string | null, more: Record<string, string> = {}): string {
  return `${calendarPath}?${new URLSearchParams({
    nam: String(year),
    ...(unitCode !== null && { donvi: unitCode }),
    ...more,
  })}`;
}
