import type { StaffMember } from "../staff/staff-member.ts";
import type { DayChange, DayFault, OwnDay } from "./calendar-change.ts";
import type { CalendarEffects } from "./calendar-effects.ts";
import type { WeekHours } from "./week-hours.ts";
import type { WorkingCalendars } from "./working-calendar.ts";

/** Days of an owner, or the hours of an ordinary week of theirs. */
export type CalendarChange =
  | ({ kind: "days" } & { days: DayChange })
  | { kind: "hours"; unitCode: string | null; week: WeekHours | null };

export type CalendarFault = DayFault | "no-such-unit" | "hours-unreadable";

type CalendarPreview =
  | { kind: "effects"; effects: CalendarEffects; version: string }
  | { kind: "fault"; fault: CalendarFault }
  | { kind: "not-allowed" };

export type CalendarOutcome =
  | { kind: "saved"; moved: number }
  /** Somebody changed the calendar since it was shown. */
  | { kind: "changed-meanwhile" }
  | { kind: "fault"; fault: CalendarFault }
  | { kind: "not-allowed" };

/** The working calendar as the staff see and change it. */
export interface CalendarDesk {
  calendars(): Promise<WorkingCalendars>;
  /** What was entered for the days of a year, the agency's and the units'. */
  daysOf(year: number): Promise<OwnDay[]>;
  /** The hours that an owner laid down themselves, by weekday; weekdays without are as above them. */
  hoursOf(unitCode: string | null): Promise<WeekHours>;
  unitPath(unitCode: string): Promise<readonly string[]>;
  /** What a change would come to; nothing is kept. */
  preview(change: CalendarChange, staff: StaffMember, now: Date): Promise<CalendarPreview>;
  /** Keeps a change seen over the calendar of this version, and moves what it moves. */
  save(change: CalendarChange, seenVersion: string, staff: StaffMember, now: Date): Promise<CalendarOutcome>;
}
