import type { PlannedReminder } from "../reminders/planned-reminder.ts";
import type { Day } from "../vietnam-time.ts";
import type { WorkingCalendars } from "./working-calendar.ts";
import { isWorkingDay, nextOpening } from "./working-time.ts";

/** A deadline of a case that another calendar moves. */
export interface MovedDeadline {
  code: string;
  content: string;
  unitName: string | null;
  officerName: string | null;
  clock: "accept" | "answer";
  from: Date;
  to: Date;
}

/** A dossier or an assignment: its day is given by others and stays, even when nobody works on it any more. */
export interface GivenDay {
  kind: "dossier" | "assignment";
  code: string;
  dueOn: Day;
  unitCode: string;
  unitName: string;
}

/** What a change of the calendar comes to. */
export interface CalendarEffects {
  moved: MovedDeadline[];
  /** How many open cases keep their deadlines. */
  kept: number;
  /** Work due on a day that was worked and will not be. */
  dueOnDaysOff: GivenDay[];
  /** How many reminders are said at another time. */
  reminders: number;
}

/** Work due on a day that one calendar has worked and the other has off. */
export function dueOnNewDaysOff(
  work: readonly GivenDay[],
  before: WorkingCalendars,
  after: WorkingCalendars,
): GivenDay[] {
  return work.filter(
    ({ dueOn, unitCode }) =>
      isWorkingDay(dueOn, before.of(unitCode)) && !isWorkingDay(dueOn, after.of(unitCode)),
  );
}

/** How many reminders are said at another time: those of a deadline that moves, and those whose hour is worked no more. */
export function movedReminders(
  reminders: readonly PlannedReminder[],
  moved: readonly MovedDeadline[],
  before: WorkingCalendars,
  after: WorkingCalendars,
): number {
  const codes = new Set(moved.map(({ code }) => code));
  const saidAt = ({ dueAt, unitCode }: PlannedReminder, calendars: WorkingCalendars) =>
    nextOpening(dueAt, calendars.of(unitCode ?? undefined)).getTime();
  return reminders.filter(
    (reminder) => codes.has(reminder.code) || saidAt(reminder, before) !== saidAt(reminder, after),
  ).length;
}
