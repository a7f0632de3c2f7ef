import { addDays, dayOf, type Day } from "../vietnam-time.ts";
import type { Term } from "./term.ts";
import type { WorkingCalendar } from "./working-calendar.ts";
import {
  addWorkingDays,
  addWorkingMinutes,
  closingOn,
  nextOpening,
  workingMinutesBetween,
} from "./working-time.ts";

/** A stretch in which the clock stands still; without an end it still does. */
export interface Pause {
  from: Date;
  to: Date | null;
}

/** One line of how a deadline was reached. Instants are ISO texts: steps are stored as they stand. */
export type DeadlineStep =
  | { kind: "received"; at: string }
  /** Received outside working time: counted from the next opening. */
  | { kind: "starts"; at: string }
  | { kind: "term"; term: Term }
  /** Weekdays not worked on the way, whole or in part. */
  | { kind: "days-off"; days: { day: Day; note: string | null }[] }
  /** Days off by their weekday that were worked. */
  | { kind: "make-up"; days: { day: Day; note: string | null }[] }
  | { kind: "paused"; from: string; to: string; workingMinutes: number }
  /** A term in calendar days that ended on a day off. */
  | { kind: "rolled-forward"; from: Day }
  /** More time was granted. */
  | { kind: "extended"; workingDays: number }
  | { kind: "due"; at: string };

/** When something must be done, and how that was reached. */
export interface Deadline {
  dueAt: Date;
  steps: DeadlineStep[];
  /** Reached over days whose calendar is not decided yet ("dự kiến"). */
  isExpected: boolean;
}

/**
 * The end of a term that begins at an instant. The day of receipt is day zero, what arrives outside working time counts
 * as received at the next opening, and a term in days ends with the working hours of its last day, rolled forward to a
 * working day where it is counted in calendar days (Bộ luật Dân sự 2015, art. 147–148). Worked time inside the pauses is
 * added; a term in days then again ends with the day it leads to.
 */
export function deadlineAfter(
  from: Date,
  term: Term,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Deadline {
  const startAt = nextOpening(from, calendar);
  const unpaused = endOf(startAt, from, term, calendar);
  const stops = merged(pauses, startAt)
    .map((pause) => ({ ...pause, workingMinutes: workingMinutesBetween(pause.from, pause.to, calendar) }))
    .filter(({ workingMinutes }) => workingMinutes > 0);
  const dueAt = stops.length ? endAfterPauses(unpaused.at, stops, term, calendar) : unpaused.at;
  const steps: DeadlineStep[] = [
    { kind: "received", at: from.toISOString() },
    ...(startAt > from ? [{ kind: "starts" as const, at: startAt.toISOString() }] : []),
    { kind: "term", term },
    ...exceptionsBetween(dayOf(from), dayOf(dueAt), calendar),
    ...stops.map(({ from: begin, to, workingMinutes }) => ({
      kind: "paused" as const,
      from: begin.toISOString(),
      to: to.toISOString(),
      workingMinutes,
    })),
    ...(unpaused.rolledFrom ? [{ kind: "rolled-forward" as const, from: unpaused.rolledFrom }] : []),
    { kind: "due", at: dueAt.toISOString() },
  ];
  return { dueAt, steps, isExpected: dayOf(dueAt) > calendar.confirmedThrough };
}

/** A deadline moved to the end of the nth working day after its own. */
export function extendDeadline(
  { dueAt, steps, isExpected }: Deadline,
  workingDays: number,
  calendar: WorkingCalendar,
): Deadline {
  const lastOn = addWorkingDays(dayOf(dueAt), workingDays, calendar);
  const extendedAt = closingOn(lastOn, calendar);
  return {
    dueAt: extendedAt,
    steps: [
      ...steps,
      { kind: "extended", workingDays },
      ...exceptionsBetween(addDays(dayOf(dueAt), 1), lastOn, calendar),
      { kind: "due", at: extendedAt.toISOString() },
    ],
    isExpected: isExpected || lastOn > calendar.confirmedThrough,
  };
}

function endOf(
  startAt: Date,
  from: Date,
  { kind, amount }: Term,
  calendar: WorkingCalendar,
): { at: Date; rolledFrom?: Day } {
  switch (kind) {
    case "working-hours":
      return { at: addWorkingMinutes(startAt, amount * 60, calendar) };
    case "working-days":
      return { at: closingOn(addWorkingDays(dayOf(startAt), amount, calendar), calendar) };
    case "calendar-days": {
      const lastOn = addDays(dayOf(from), amount);
      const workedOn = addWorkingDays(lastOn, 0, calendar);
      return { at: closingOn(workedOn, calendar), ...(workedOn !== lastOn && { rolledFrom: lastOn }) };
    }
  }
}

interface Stop {
  from: Date;
  to: Date;
}

/** What the clock stood still for, from the start on, without overlaps. A pause with no end yet is nobody's to count. */
function merged(pauses: readonly Pause[], startAt: Date): Stop[] {
  const stops: Stop[] = [];
  const ended = pauses.filter((pause): pause is Stop => pause.to !== null);
  for (const { from, to } of ended.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const begin = from < startAt ? startAt : from;
    if (to <= begin) continue;
    const last = stops.at(-1);
    if (last && begin <= last.to) last.to = to > last.to ? to : last.to;
    else stops.push({ from: begin, to });
  }
  return stops;
}

/** Only pauses begun before the deadline move it. */
function endAfterPauses(
  unpaused: Date,
  stops: readonly (Stop & { workingMinutes: number })[],
  term: Term,
  calendar: WorkingCalendar,
): Date {
  let dueAt = unpaused;
  for (const { from, workingMinutes } of stops)
    if (from < dueAt) dueAt = addWorkingMinutes(dueAt, workingMinutes, calendar);
  return term.kind === "working-hours" || dueAt === unpaused ? dueAt : closingOn(dayOf(dueAt), calendar);
}

function exceptionsBetween(from: Day, to: Day, calendar: WorkingCalendar): DeadlineStep[] {
  const off: { day: Day; note: string | null }[] = [];
  const makeUp: { day: Day; note: string | null }[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const exception = calendar.exceptionOn(on);
    if (exception) (exception.kind === "make-up" ? makeUp : off).push({ day: on, note: exception.note });
  }
  return [
    ...(off.length ? [{ kind: "days-off" as const, days: off }] : []),
    ...(makeUp.length ? [{ kind: "make-up" as const, days: makeUp }] : []),
  ];
}
