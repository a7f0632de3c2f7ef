import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import {
  addWorkingDays,
  addWorkingMinutes,
  closingOn,
  nextOpening,
  openingOn,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from "../deadlines/working-time.ts";
import type { NoticeSubject, PlannedNotice, Recipient } from "../notices/notice.ts";
import { dayOf, instantOn, type Day } from "../vietnam-time.ts";
import {
  atDue,
  defaultReminders,
  type LadderStep,
  type ReminderFacts,
  type ReminderOffset,
  type ReminderPolicy,
  type ReminderSubject,
} from "./reminder.ts";

/** The morning digest goes out this long after opening (07:45 for 07:30). */
export const digestAfterMinutes = 15;

/** A reminder carries no more of what it is about: a report may be ten thousand characters long. */
const longestTitle = 200;

/** A reminder of the day before leaves at least this much of that day. */
const timeToActMinutes = 120;

/** Nothing else reminds before this: what the digest says need not be said one by one. */
export const morningQuietMinutes = 20;

/**
 * The reminders of one deadline: the officer's before it and at it, and the ladder's after it, all in working time. Those
 * whose instant has passed are not planned; of two at one instant the later one in the list stays. The same deadline
 * gives the same keys, so planning twice plans once.
 */
export function planReminders(
  subject: ReminderSubject,
  now: Date,
  calendar: WorkingCalendar,
  { offsets = defaultReminders.offsets, ladder = defaultReminders.ladder }: Partial<ReminderPolicy> = {},
): PlannedNotice[] {
  const before = new Map<number, PlannedNotice>();
  for (const offset of offsets) {
    const at = afterMorning(instantOf(offset, subject, calendar), calendar);
    const isPointless = offset.name !== atDue.name && at >= subject.dueAt;
    if (at > now && !isPointless)
      before.set(at.getTime(), reminder(subject, offset.name, { kind: "ladder", rung: "officer" }, at));
  }
  const late = ladder.flatMap((step) => {
    const at = afterMorning(lateInstant(step, subject.dueAt, calendar), calendar);
    return at > now ? [reminder(subject, step.rung, { kind: "ladder", rung: step.rung }, at)] : [];
  });
  return [...before.values(), ...late];
}

/** One more reminder of a deadline at an instant that the person chose. */
export function planReminderAgain(
  subject: ReminderSubject,
  username: string,
  at: Date,
  calendar: WorkingCalendar,
): PlannedNotice {
  const planned = reminder(subject, "again", { kind: "staff", username }, afterMorning(at, calendar));
  return { ...planned, key: `${planned.key}:${username}:${at.toISOString()}` };
}

function instantOf(
  offset: ReminderOffset,
  { startedAt, dueAt }: ReminderSubject,
  calendar: WorkingCalendar,
): Date {
  if ("of" in offset) {
    const minutes = workingMinutesBetween(startedAt, dueAt, calendar);
    return addWorkingMinutes(startedAt, minutes / 2, calendar);
  }
  if ("workingDays" in offset)
    return sameTimeOn(addWorkingDays(dayOf(dueAt), -offset.workingDays, calendar), dueAt, calendar);
  return subtractWorkingMinutes(dueAt, offset.workingHours * 60, calendar);
}

/** The same time of another day, early enough in its working hours that something can still be done. */
function sameTimeOn(on: Day, dueAt: Date, calendar: WorkingCalendar): Date {
  const same = instantOn(on, (dueAt.getTime() - instantOn(dayOf(dueAt)).getTime()) / 60_000);
  const latest = subtractWorkingMinutes(closingOn(on, calendar), timeToActMinutes, calendar);
  return same < latest ? same : latest;
}

function lateInstant(step: LadderStep, dueAt: Date, calendar: WorkingCalendar): Date {
  if ("workingHours" in step) return addWorkingMinutes(dueAt, step.workingHours * 60, calendar);
  return addWorkingMinutes(dueAt, step.workingDays * minutesOfDay(dueAt, calendar), calendar);
}

/** The worked minutes of the first working day after an instant: what "one working day late" is reckoned in. */
function minutesOfDay(at: Date, calendar: WorkingCalendar): number {
  const on = addWorkingDays(dayOf(at), 1, calendar);
  return calendar.shiftsOn(on).reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
}

/** In working time, and not before the digest of the morning has gone out. */
function afterMorning(at: Date, calendar: WorkingCalendar): Date {
  const open = nextOpening(at, calendar);
  const quietUntil = new Date(openingOn(dayOf(open), calendar).getTime() + morningQuietMinutes * 60_000);
  return open < quietUntil ? quietUntil : open;
}

/** Names one reminder of one deadline. The step says who it is for; the same deadline gives the same keys. */
export function reminderKey(
  { kind, id, clock, remindsOf }: NoticeSubject & Pick<ReminderFacts, "clock" | "remindsOf">,
  step: string,
): string {
  return `${kind}:${id}:${clock}:${step}:${remindsOf}`;
}

function reminder(
  { kind, id, code, title, clock, dueAt, isDemonstration, isApologised = false }: ReminderSubject,
  offset: string,
  recipient: Recipient,
  at: Date,
): PlannedNotice {
  const remindsOf = dueAt.toISOString();
  const facts: ReminderFacts = {
    subjectKind: kind,
    code,
    title: title.slice(0, longestTitle),
    clock,
    remindsOf,
    offset,
    isDemonstration,
    ...(isApologised && { isApologised }),
  };
  const isEscalation = recipient.kind === "ladder" && recipient.rung !== "officer";
  const isBefore = at < dueAt;
  return {
    key: reminderKey({ kind, id, clock, remindsOf }, offset),
    kind: isEscalation ? "escalation" : clock === "accept" ? "reminder-accept" : "reminder",
    recipient,
    facts: { ...facts },
    subject: { kind, id },
    dueAt: at,
    ...(isBefore && { expiresAt: dueAt }),
  };
}
