import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import { addWorkingDays, isWorkingDay, openingOn } from "../deadlines/working-time.ts";
import type { NoticeStore } from "../notices/notice.ts";
import type { StaffDirectory } from "../staff/staff-directory.ts";
import { addDays, dayOf, instantOn, type Day } from "../vietnam-time.ts";
import { planDigests } from "./digest.ts";
import { digestAfterMinutes, morningQuietMinutes, planReminders } from "./plan-reminders.ts";
import type { ReminderStore } from "./reminder-store.ts";

/** Reminders of what is due later are planned later: half of two months ahead is nothing to plan yet. */
const planAheadWorkingDays = 30;

/** What became late before the ladder was climbed is still told up the rest of it. */
const lateWorkingDays = 4;

const subjectsAtOnce = 2000;

export interface PlanningTools {
  reminders: ReminderStore;
  notices: NoticeStore;
  staffDirectory: StaffDirectory;
  calendars: WorkingCalendars;
}

/**
 * Plans the reminders of dossiers and assignments that are new or whose deadline has moved; returns how many were taken,
 * at most `subjectsAtOnce`. Those of the old deadline are stale by themselves when their time comes.
 */
export async function planDueWork(
  now: Date,
  { reminders, notices, calendars }: PlanningTools,
): Promise<{ taken: number; isAll: boolean }> {
  const today = dayOf(now);
  const due = {
    after: instantOn(addWorkingDays(today, -lateWorkingDays, calendars.of())),
    before: instantOn(addDays(addWorkingDays(today, planAheadWorkingDays, calendars.of()), 1)),
  };
  const subjects = await reminders.takeUnplanned(due, now, subjectsAtOnce);
  const planned = subjects.flatMap((subject) =>
    planReminders(subject, now, calendars.of(subject.unitCode ?? undefined)),
  );
  await notices.plan(planned, now);
  return { taken: subjects.length, isAll: subjects.length < subjectsAtOnce };
}

/** When the morning digest of a day goes out: a quarter of an hour after opening; never on a day off. */
export function digestInstant(on: Day, calendars: WorkingCalendars): Date | undefined {
  const calendar = calendars.of();
  if (!isWorkingDay(on, calendar)) return undefined;
  return new Date(openingOn(on, calendar).getTime() + digestAfterMinutes * 60_000);
}

/** Whether the digest of this day is to go out now; after the morning's work it comes too late. */
function isDigestTime(now: Date, calendars: WorkingCalendars): boolean {
  const today = dayOf(now);
  const at = digestInstant(today, calendars);
  if (!at) return false;
  const { toMinute } = calendars.of().shiftsOn(today).at(0)!;
  return at <= now && now < instantOn(today, toMinute);
}

/**
 * Plans the morning digest of everyone who has something to read, once a working day, and takes back the reminders that it
 * says already. Returns how many digests were planned.
 */
export async function planMorningDigest(
  now: Date,
  { reminders, notices, staffDirectory, calendars }: PlanningTools,
): Promise<number> {
  const today = dayOf(now);
  if (!isDigestTime(now, calendars) || (await reminders.digestsOf(today, now)).planned > 0) return 0;
  const calendar = calendars.of();
  const soonUntil = addWorkingDays(today, 3, calendar);
  const work = await reminders.openWork(today, instantOn(addDays(soonUntil, 1)));
  const readers = (await reminders.readers(today)).filter(({ unitCode }) =>
    isWorkingDay(today, calendars.of(unitCode)),
  );
  const duty = await staffDirectory.holderOf("duty", { officer: null, unitCode: null }, today);
  const { digests, covered } = planDigests(work, readers, { today, soonUntil, at: now, duty });
  const quietUntil = new Date(openingOn(today, calendar).getTime() + morningQuietMinutes * 60_000);
  await reminders.foldIntoDigest(covered, quietUntil, now);
  await notices.plan(digests, now);
  return digests.length;
}
