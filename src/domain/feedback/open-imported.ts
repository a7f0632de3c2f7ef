import { addDays, dayOf } from "../vietnam-time.ts";
import { planCaseReminders } from "../reminders/case-reminders.ts";
import { clocksOf } from "./case-clocks.ts";
import { noticesOfFiling } from "./case-notices.ts";
import { isOpen } from "./case-states.ts";
import type { Actor, CaseEvent, FeedbackCase } from "./feedback.ts";
import type { FeedbackTools } from "./feedback-tools.ts";
import { placeFeedback } from "./file-feedback.ts";
import { choosePolicy } from "./policy.ts";

const importer: Actor = { kind: "system", name: "import" };

/** Nobody is told one by one of what was due so long ago; the morning digest has it. */
const oldNewsAfterDays = 60;

/**
 * Makes an imported matter a case inside the caller's transaction: gives it a policy and both deadlines, keeping the one
 * its file set, a unit and an officer, who is told. One that was answered before is a case that has its answer. Does
 * nothing to what is a case already.
 */
export async function openImported(code: string, now: Date, tools: FeedbackTools): Promise<void> {
  const file = await tools.feedback.lock(code);
  if (!file || file.matter.policyId !== null || file.matter.status !== "new") return;
  const { matter } = file;
  const placed = await place(matter, now, tools);
  const policy = choosePolicy(await tools.feedbackRules.policies(), { ...matter, at: matter.receivedAt });
  const calendar = tools.calendars.of(placed.unitCode ?? undefined);
  const event: CaseEvent = {
    happenedAt: now,
    kind: "imported",
    fromStatus: "new",
    toStatus: placed.unitCode === null ? "new" : "assigned",
    actor: importer,
    channel: "import",
    reason: null,
    detail: {
      receivedAt: matter.receivedAt.toISOString(),
      ...(matter.dueAt && { dueAt: matter.dueAt.toISOString() }),
      routedBy: placed.routedBy,
    },
  };
  const promise = clocksOf([event], policy, { calendar, calendarVersion: tools.calendars.version });
  await tools.feedback.save(
    {
      ...matter,
      ...placed,
      status: event.toStatus!,
      policyId: policy.id,
      promise,
      acceptDueAt: new Date(promise.acceptDueAt),
      dueAt: new Date(promise.dueAt),
    },
    [event],
  );
  if (matter.answeredAt) return takeAnswerFromElsewhere(code, now, tools);
  const opened = (await tools.feedback.find(code))!.matter;
  if (dayOf(opened.dueAt!) >= addDays(dayOf(now), -oldNewsAfterDays))
    await tools.notices.plan(noticesOfFiling(opened, { now, calendar }), now);
  await planCaseReminders(null, opened, { notices: tools.notices, calendar, policy }, now);
}

async function place(matter: FeedbackCase, now: Date, tools: FeedbackTools) {
  const { unitCode } = matter;
  if (unitCode === null) return placeFeedback(matter, now, tools);
  const on = dayOf(now);
  const officer =
    (await tools.staffDirectory.officerFor(unitCode, on)) ??
    (await tools.staffDirectory.holderOf("duty", { officer: null, unitCode }, on));
  return { unitCode, officer: officer ?? null, routingRuleId: null, routedBy: null };
}

/**
 * Ends an open case for which a later import brought the answer by another way. What was planned to be said about it is
 * taken back: there is nothing to be reminded of, and whoever answered has told the person.
 */
export async function takeAnswerFromElsewhere(code: string, now: Date, tools: FeedbackTools): Promise<void> {
  const file = await tools.feedback.lock(code);
  if (!file?.matter.answeredAt || !isOpen(file.matter.status)) return;
  const { matter } = file;
  await tools.feedback.save(
    {
      ...matter,
      status: "answered",
      version: matter.version + 1,
      acceptedAt: matter.acceptedAt ?? matter.answeredAt,
      draft: null,
      extension: null,
    },
    [
      {
        happenedAt: now,
        kind: "answered",
        fromStatus: matter.status,
        toStatus: "answered",
        actor: importer,
        channel: "import",
        reason: null,
        detail: { answeredAt: file.matter.answeredAt.toISOString() },
      },
    ],
  );
  await tools.notices.cancel({ kind: "feedback", id: matter.id }, "answered elsewhere", now);
}
