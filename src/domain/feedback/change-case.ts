import { planCaseReminders } from "../reminders/case-reminders.ts";
import { dayOf } from "../vietnam-time.ts";
import type { ActionRefusal, CaseAction } from "./case-action.ts";
import { clocksOf } from "./case-clocks.ts";
import { lastDeed, type Step } from "./case-decision.ts";
import { noticesOfChange } from "./case-notices.ts";
import { caseStates, isOpen } from "./case-states.ts";
import { decideCase } from "./decide-case.ts";
import type { Actor, CaseEvent, FeedbackCase } from "./feedback.ts";
import type { CaseFile } from "./feedback-store.ts";
import type { FeedbackTools } from "./feedback-tools.ts";
import { choosePolicy, type FeedbackPolicy } from "./policy.ts";
import { followWithSurvey } from "./survey.ts";

export type ChangeOutcome =
  | { kind: "changed"; matter: FeedbackCase }
  | { kind: "refused"; refusal: ActionRefusal; matter: FeedbackCase }
  /** Someone changed the case after the button was shown: what they did, and the case as it is now. */
  | { kind: "changed-meanwhile"; matter: FeedbackCase; lastEvent: CaseEvent }
  | { kind: "not-found" };

export interface Change {
  code: string;
  action: CaseAction;
  actor: Actor;
  channel: string;
  now: Date;
  /** The version the person saw; left out by those who see none. */
  expectedVersion?: number;
}

/**
 * Does one thing to a case inside the caller's transaction: decides it, works the deadlines out anew, keeps what
 * happened, tells whom it concerns, and answers the cases joined to this one alike.
 */
export async function changeCase(change: Change, tools: FeedbackTools): Promise<ChangeOutcome> {
  const file = await tools.feedback.lock(change.code);
  if (!file) return { kind: "not-found" };
  const { matter } = file;
  if (change.expectedVersion !== undefined && change.expectedVersion !== matter.version)
    return { kind: "changed-meanwhile", matter, lastEvent: lastDeed(file.events) };
  const fault = await unknownPlace(change.action, tools);
  if (fault) return { kind: "refused", refusal: fault, matter };

  const policies = await tools.feedbackRules.policies();
  const policy = policyOf(matter, policies);
  const decided = decideCase({
    ...change,
    before: matter,
    events: file.events,
    policy,
    calendar: tools.calendars.of(matter.unitCode ?? undefined),
  });
  if (decided.kind === "refused") return { kind: "refused", refusal: decided.refusal, matter };
  const next = await keep(file, decided, change, policies, tools);
  if (endsForJoined.has(decided.event)) await answerJoined(next, decided, change, policies, tools);
  return { kind: "changed", matter: next };
}

async function keep(
  { matter, events }: CaseFile,
  step: Step,
  change: Change,
  policies: readonly FeedbackPolicy[],
  tools: FeedbackTools,
): Promise<FeedbackCase> {
  const { now } = change;
  const event: CaseEvent = {
    happenedAt: now,
    kind: step.event,
    fromStatus: matter.status,
    toStatus: step.to ?? null,
    actor: change.actor,
    channel: change.channel,
    reason: step.reason ?? null,
    detail: step.detail ?? {},
  };
  const changed: FeedbackCase = {
    ...matter,
    ...step.changes,
    status: step.to ?? matter.status,
    version: matter.version + 1,
  };
  const given = await giveToSomeone(changed, step, now, tools);
  const policy = step.event === "classified" ? chooseAnew(given, policies) : policyOf(given, policies);
  const worked = withClocks(given, [...events, event], policy, tools);
  const moved = deadlineMoved(matter, worked, event);
  const next = await tools.feedback.save(worked, moved ? [event, moved] : [event]);
  if (step.event === "wrong-unit" && matter.routingRuleId !== null)
    await tools.feedbackRules.countWrong(matter.routingRuleId);
  if (hasClockResumed(matter, next))
    await tools.notices.cancel({ kind: "feedback", id: next.id }, event.kind, now, ["case-pause-ended"]);
  const calendar = tools.calendars.of(next.unitCode ?? undefined);
  await tools.notices.plan(noticesOfChange(next, event, { now, calendar, policy }), now);
  await planCaseReminders(matter, next, { notices: tools.notices, calendar, policy }, now);
  await followWithSurvey(next, event, { now, calendar }, tools);
  return next;
}

/** A case that was sent to a unit without naming anyone, or back from one, gets its next officer. */
async function giveToSomeone(matter: FeedbackCase, { event }: Step, now: Date, tools: FeedbackTools) {
  if (matter.officer !== null || (event !== "assigned" && event !== "wrong-unit" && event !== "reopened"))
    return matter;
  const on = dayOf(now);
  const inUnit = matter.unitCode && (await tools.staffDirectory.officerFor(matter.unitCode, on));
  const officer = inUnit || (await tools.staffDirectory.holderOf("duty", matter, on));
  return { ...matter, officer: officer ?? null };
}

/** The deadlines of an open case; those of one that ended stay as they were promised. */
export function withClocks(
  matter: FeedbackCase,
  events: readonly CaseEvent[],
  policy: FeedbackPolicy,
  { calendars }: Pick<FeedbackTools, "calendars">,
): FeedbackCase {
  if (!isOpen(matter.status)) return matter;
  const promise = clocksOf(events, policy, {
    calendar: calendars.of(matter.unitCode ?? undefined),
    calendarVersion: calendars.version,
  });
  return {
    ...matter,
    policyId: policy.id,
    promise,
    acceptDueAt: new Date(promise.acceptDueAt),
    dueAt: new Date(promise.dueAt),
  };
}

/** The policy that a case was given; of one that has none, the one it would be given. */
export function policyOf(matter: FeedbackCase, policies: readonly FeedbackPolicy[]): FeedbackPolicy {
  return policies.find(({ id }) => id === matter.policyId) ?? chooseAnew(matter, policies);
}

function chooseAnew(matter: FeedbackCase, policies: readonly FeedbackPolicy[]): FeedbackPolicy {
  return choosePolicy(policies, { ...matter, at: matter.receivedAt });
}

function hasClockResumed(before: FeedbackCase, next: FeedbackCase): boolean {
  return (
    caseStates[before.status].answerClock === "paused" && caseStates[next.status].answerClock !== "paused"
  );
}

function deadlineMoved(before: FeedbackCase, next: FeedbackCase, cause: CaseEvent): CaseEvent | undefined {
  if (before.dueAt?.getTime() === next.dueAt?.getTime()) return undefined;
  return {
    ...cause,
    kind: "deadline-moved",
    fromStatus: null,
    toStatus: null,
    reason: null,
    detail: { from: before.promise, to: next.promise, cause: cause.kind },
  };
}

async function unknownPlace(action: CaseAction, tools: FeedbackTools): Promise<ActionRefusal | undefined> {
  if (action.kind !== "assign") return undefined;
  return (await tools.feedbackRules.unitExists(action.unitCode)) ? undefined : { because: "no-such-unit" };
}

const endsForJoined: ReadonlySet<Step["event"]> = new Set(["answered", "refused", "forwarded"]);

/** Those who said "tôi cũng gặp" hear the same, each as their own case. */
async function answerJoined(
  main: FeedbackCase,
  step: Step,
  change: Change,
  policies: readonly FeedbackPolicy[],
  tools: FeedbackTools,
): Promise<void> {
  for (const { code } of await tools.feedback.joinedTo(main.id)) {
    const file = await tools.feedback.lock(code);
    if (file)
      await keep(
        file,
        { ...step, detail: { ...step.detail, answeredWith: main.code } },
        change,
        policies,
        tools,
      );
  }
}
