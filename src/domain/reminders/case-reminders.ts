import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { caseStates } from "../feedback/case-states.ts";
import type { FeedbackCase } from "../feedback/feedback.ts";
import type { FeedbackPolicy } from "../feedback/policy.ts";
import type { NoticeStore } from "../notices/notice.ts";
import { planReminders } from "./plan-reminders.ts";
import { reminderKinds, type ReminderClock } from "./reminder.ts";

/**
 * Plans the reminders of a case anew after a change: those of a clock that no longer runs to the same instant are taken
 * back, those of its new one planned. A clock that stands still reminds of nothing. `before` is null for a new case.
 */
export async function planCaseReminders(
  before: FeedbackCase | null,
  after: FeedbackCase,
  { notices, calendar, policy }: { notices: NoticeStore; calendar: WorkingCalendar; policy: FeedbackPolicy },
  now: Date,
): Promise<void> {
  const subject = { kind: "feedback", id: after.id } as const;
  const clocks = runningClocks(after);
  const same = (clock: ReminderClock) =>
    before !== null && runningClocks(before).get(clock)?.getTime() === clocks.get(clock)?.getTime();
  if (before !== null) {
    if (same("answer") && same("accept")) return;
    await notices.cancel(subject, "the deadline was met or has moved", now, reminderKinds);
  }
  const planned = [...clocks].flatMap(([clock, dueAt]) =>
    planReminders(
      {
        ...subject,
        code: after.code,
        title: after.content,
        clock,
        startedAt: now,
        dueAt,
        unitCode: after.unitCode,
        isDemonstration: after.isDemonstration,
      },
      now,
      calendar,
      policy.reminders,
    ),
  );
  await notices.plan(planned, now);
}

/** The clocks that run now, with where they run to. */
function runningClocks(
  matter: Pick<FeedbackCase, "status" | "acceptedAt" | "acceptDueAt" | "dueAt">,
): Map<ReminderClock, Date> {
  const clocks = new Map<ReminderClock, Date>();
  if (caseStates[matter.status].answerClock !== "runs") return clocks;
  if (matter.acceptedAt === null && matter.acceptDueAt) clocks.set("accept", matter.acceptDueAt);
  if (matter.dueAt) clocks.set("answer", matter.dueAt);
  return clocks;
}
