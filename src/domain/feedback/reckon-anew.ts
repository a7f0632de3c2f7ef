import type { MovedDeadline } from "../deadlines/calendar-effects.ts";
import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import { planCaseReminders } from "../reminders/case-reminders.ts";
import { policyOf, withClocks } from "./change-case.ts";
import { isOpen } from "./case-states.ts";
import type { CaseEvent, FeedbackCase } from "./feedback.ts";
import type { CaseFile } from "./feedback-store.ts";
import type { FeedbackTools } from "./feedback-tools.ts";
import type { FeedbackPolicy } from "./policy.ts";

/** The deadlines of these cases that another calendar moves, the earliest first; nothing is written. */
export function movedDeadlines(
  files: readonly CaseFile[],
  policies: readonly FeedbackPolicy[],
  calendars: WorkingCalendars,
): MovedDeadline[] {
  return files
    .flatMap(({ matter, events }) =>
      movesOf(matter, withClocks(matter, events, policyOf(matter, policies), { calendars })),
    )
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

function movesOf(before: FeedbackCase, after: FeedbackCase): MovedDeadline[] {
  const { code, content, unitName, officerName } = before;
  const about = { code, content, unitName, officerName };
  const isMoved = (one: Date | null, other: Date | null) => one && other && one.getTime() !== other.getTime();
  return [
    ...(isMoved(before.dueAt, after.dueAt)
      ? [{ ...about, clock: "answer" as const, from: before.dueAt!, to: after.dueAt! }]
      : []),
    ...(before.acceptedAt === null && isMoved(before.acceptDueAt, after.acceptDueAt)
      ? [{ ...about, clock: "accept" as const, from: before.acceptDueAt!, to: after.acceptDueAt! }]
      : []),
  ];
}

/**
 * Works the deadlines of one case out anew inside the caller's transaction, because the calendar is another one than
 * when they were promised. One that moves is written down with both values, and is reminded of anew; one that stays only
 * names the calendar by which it is right now.
 */
export async function reckonAnew(code: string, now: Date, tools: FeedbackTools): Promise<MovedDeadline[]> {
  const file = await tools.feedback.lock(code);
  if (!file || !isOpen(file.matter.status) || file.matter.policyId === null) return [];
  const { matter, events } = file;
  const policy = policyOf(matter, await tools.feedbackRules.policies());
  const worked = withClocks(matter, events, policy, tools);
  const moves = movesOf(matter, worked);
  if (moves.length === 0) {
    await tools.feedback.save(worked, []);
    return [];
  }
  const event: CaseEvent = {
    happenedAt: now,
    kind: "deadline-moved",
    fromStatus: null,
    toStatus: null,
    actor: { kind: "system", name: "calendar" },
    channel: "calendar",
    reason: null,
    detail: { from: matter.promise, to: worked.promise, cause: "calendar-changed" },
  };
  const next = await tools.feedback.save({ ...worked, version: matter.version + 1 }, [event]);
  const calendar = tools.calendars.of(next.unitCode ?? undefined);
  await planCaseReminders(matter, next, { notices: tools.notices, calendar, policy }, now);
  return moves;
}
