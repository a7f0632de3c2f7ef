import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import { addWorkingDays, nextOpening, openingOn } from "../deadlines/working-time.ts";
import type { NoticeStore, NoticeSubject } from "../notices/notice.ts";
import { dayOf } from "../vietnam-time.ts";
import { planReminderAgain } from "./plan-reminders.ts";
import type { ReminderSubject } from "./reminder.ts";

/** Where it is kept who wants no reminder of what until when. */
export interface SnoozeStore {
  /** The clocks that run now of the open matter with this code, the next to run out first; none when nothing runs. */
  runningClocks(code: string): Promise<ReminderSubject[]>;
  /** Keeps it, and that it was done; what the same person said of the same subject before is replaced. */
  snooze(subject: NoticeSubject, username: string, until: Date, now: Date): Promise<void>;
}

/** `acknowledged`: until it is due. `next-morning`: until the next working morning. */
export type SnoozeUntil = Date | "acknowledged" | "next-morning";

export type SnoozeOutcome =
  | { kind: "snoozed"; until: Date }
  /** Nothing open has this code, or its clocks stand still. */
  | { kind: "not-found" };

/**
 * Spares one person the reminders of a matter for a while; who put them off is reminded again then. The deadline stays,
 * and what is said at it and after it is said all the same: nobody can snooze past their deadline.
 */
export async function snoozeReminders(
  { code, username, until, now }: { code: string; username: string; until: SnoozeUntil; now: Date },
  {
    snoozes,
    notices,
    calendars,
  }: { snoozes: SnoozeStore; notices: NoticeStore; calendars: WorkingCalendars },
): Promise<SnoozeOutcome> {
  const [next] = await snoozes.runningClocks(code);
  if (!next) return { kind: "not-found" };
  const calendar = calendars.of(next.unitCode ?? undefined);
  const nextMorning = () => openingOn(addWorkingDays(dayOf(now), 1, calendar), calendar);
  const wished =
    until === "acknowledged"
      ? next.dueAt
      : nextOpening(until === "next-morning" ? nextMorning() : until, calendar);
  const isBeforeDue = wished < next.dueAt;
  const held = isBeforeDue ? wished : next.dueAt;
  await snoozes.snooze({ kind: next.kind, id: next.id }, username, held, now);
  if (isBeforeDue && wished > now)
    await notices.plan([planReminderAgain(next, username, wished, calendar)], now);
  return { kind: "snoozed", until: held };
}
