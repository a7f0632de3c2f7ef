import { addDays, dayOf, type Day } from "../vietnam-time.ts";
import type { Term } from "./term.ts";
import type { WorkingCalendar } from "./working-calendar.ts";
import {
  addWorkingDays,
  addWorkingMinutes,
  closingOn,
  isWorkingDay,
  nextOpening,
  workingMinutesBetween,
} from "./working-time.ts";

/** A stretch in which the clock stands still; without an end it still does. */
export interface Pause {
  from: Date;
  to: Date | null;
}

/** A day unlike its weekday, as a step names it. */
export interface StepDay {
  day: Day;
  note: string | null;
  /** Of a year whose calendar is not decided yet. */
  isExpected?: true;
}

/** One line of how a deadline was reached. Instants are ISO texts: steps are stored as they stand. */
export type DeadlineStep =
  | { kind: "received"; at: string }
  /** Received outside working time: the first moment that counts. */
  | { kind: "starts"; at: string }
  | { kind: "term"; term: Term }
  /** A term in calendar days that ended on a day off. */
  | { kind: "rolled-forward"; from: Day }
  /** Days passed over. */
  | { kind: "days-off"; days: StepDay[] }
  /** Days on which only the morning or the afternoon was worked. */
  | { kind: "half-days"; days: StepDay[] }
  /** Days off by their weekday that were worked. */
  | { kind: "make-up"; days: StepDay[] }
  /** Not reckoned: set by whoever handed the matter over. */
  | { kind: "given"; at: string }
  | { kind: "paused"; from: string; to: string; workingMinutes: number }
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
 * The end of a term that begins at an instant. The day of receipt is day zero, and a term in days ends with the working
 * hours of its last day, rolled forward to a working day where it is counted in calendar days (Bộ luật Dân sự 2015,
 * art. 147–148). Hours that begin outside working time run from the next opening. Worked time inside the pauses is
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
  const stops = workedStops(pauses, startAt, calendar);
  const { dueAt, counted } = endAfterPauses(unpaused.at, stops, calendar, term);
  const steps: DeadlineStep[] = [
    { kind: "received", at: from.toISOString() },
    ...(isLaterStart(startAt, from, term) ? [{ kind: "starts" as const, at: startAt.toISOString() }] : []),
    { kind: "term", term },
    ...(unpaused.rolledFrom ? [{ kind: "rolled-forward" as const, from: unpaused.rolledFrom }] : []),
    ...exceptionsBetween(unpaused.skipsFrom, dayOf(dueAt), calendar),
    ...counted.map(pausedStep),
    { kind: "due", at: dueAt.toISOString() },
  ];
  return { dueAt, steps, isExpected: dayOf(dueAt) > calendar.confirmedThrough };
}

/** A deadline that others set for what was received at `from`, moved by the worked time inside the pauses that began before it. */
export function givenDeadline(
  from: Date,
  givenAt: Date,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Deadline {
  const { dueAt, counted } = endAfterPauses(givenAt, workedStops(pauses, from, calendar), calendar);
  const moved: DeadlineStep[] = [...counted.map(pausedStep), { kind: "due", at: dueAt.toISOString() }];
  return {
    dueAt,
    steps: [{ kind: "given", at: givenAt.toISOString() }, ...(counted.length > 0 ? moved : [])],
    isExpected: counted.length > 0 && dayOf(dueAt) > calendar.confirmedThrough,
  };
}

function pausedStep({ from, to, workingMinutes }: WorkedStop): DeadlineStep {
  return { kind: "paused", from: from.toISOString(), to: to.toISOString(), workingMinutes };
}

/** Whether what counts begins later than the receipt; the day of receipt counts for no term in days. */
function isLaterStart(startAt: Date, from: Date, { kind }: Term): boolean {
  switch (kind) {
    case "working-hours":
      return startAt > from;
    case "working-days":
      return dayOf(startAt) > dayOf(from);
    case "calendar-days":
      return false;
  }
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

/** The end without any pause; days off are passed over from `skipsFrom` on. */
function endOf(
  startAt: Date,
  from: Date,
  { kind, amount }: Term,
  calendar: WorkingCalendar,
): { at: Date; skipsFrom: Day; rolledFrom?: Day } {
  const receivedOn = dayOf(from);
  switch (kind) {
    case "working-hours":
      return { at: addWorkingMinutes(startAt, amount * 60, calendar), skipsFrom: receivedOn };
    case "working-days":
      return {
        at: closingOn(addWorkingDays(receivedOn, amount, calendar), calendar),
        skipsFrom: isWorkingDay(receivedOn, calendar) ? addDays(receivedOn, 1) : receivedOn,
      };
    case "calendar-days": {
      const lastOn = addDays(receivedOn, amount);
      const workedOn = addWorkingDays(lastOn, 0, calendar);
      return {
        at: closingOn(workedOn, calendar),
        skipsFrom: lastOn,
        ...(workedOn !== lastOn && { rolledFrom: lastOn }),
      };
    }
  }
}

interface Stop {
  from: Date;
  to: Date;
}

/**
 * What the clock stood still for, from the start on; pauses without working time between them are one. A pause with no
 * end yet is nobody's to count.
 */
function merged(pauses: readonly Pause[], startAt: Date, calendar: WorkingCalendar): Stop[] {
  const stops: Stop[] = [];
  const ended = pauses.filter((pause): pause is Stop => pause.to !== null);
  for (const { from, to } of ended.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const begin = from < startAt ? startAt : from;
    if (to <= begin) continue;
    const last = stops.at(-1);
    if (last && workingMinutesBetween(last.to, begin, calendar) === 0) last.to = to > last.to ? to : last.to;
    else stops.push({ from: begin, to });
  }
  return stops;
}

interface WorkedStop extends Stop {
  workingMinutes: number;
}

function workedStops(pauses: readonly Pause[], startAt: Date, calendar: WorkingCalendar): WorkedStop[] {
  return merged(pauses, startAt, calendar)
    .map((stop) => ({ ...stop, workingMinutes: workingMinutesBetween(stop.from, stop.to, calendar) }))
    .filter(({ workingMinutes }) => workingMinutes > 0);
}

/** The end moved by the pauses that began before it, and which those are; that of a term in days ends with its day. */
function endAfterPauses(
  unpaused: Date,
  stops: readonly WorkedStop[],
  calendar: WorkingCalendar,
  term?: Term,
): { dueAt: Date; counted: WorkedStop[] } {
  const isInDays = term !== undefined && term.kind !== "working-hours";
  const endOfTerm = (at: Date) => (isInDays ? closingOn(dayOf(at), calendar) : at);
  let reachedAt = unpaused;
  const counted: WorkedStop[] = [];
  for (const stop of stops) {
    if (stop.from >= endOfTerm(reachedAt)) break;
    reachedAt = addWorkingMinutes(reachedAt, stop.workingMinutes, calendar);
    counted.push(stop);
  }
  return { dueAt: endOfTerm(reachedAt), counted };
}

function exceptionsBetween(from: Day, to: Day, calendar: WorkingCalendar): DeadlineStep[] {
  const days = { "days-off": [] as StepDay[], "half-days": [] as StepDay[], "make-up": [] as StepDay[] };
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const exception = calendar.exceptionOn(on);
    if (!exception) continue;
    const isExpected = on > calendar.confirmedThrough;
    days[stepKinds[exception.kind]].push({
      day: on,
      note: exception.note,
      ...(isExpected && { isExpected }),
    });
  }
  return (["days-off", "half-days", "make-up"] as const)
    .filter((kind) => days[kind].length > 0)
    .map((kind) => ({ kind, days: days[kind] }));
}

const stepKinds = {
  off: "days-off",
  "morning-off": "half-days",
  "afternoon-off": "half-days",
  "make-up": "make-up",
} as const;
