import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import type { StaffMember } from "../staff/staff-member.ts";
import type { ActionRefusal, CaseAction, CaseActionOf } from "./case-action.ts";
import type { FeedbackStatus } from "./case-states.ts";
import type { Actor, CaseEvent, CaseEventKind, FeedbackCase } from "./feedback.ts";
import type { FeedbackPolicy } from "./policy.ts";

/** What one action on a case is decided from. */
export interface Deciding<Action = CaseAction> {
  before: FeedbackCase;
  /** Oldest first, since the filing. */
  events: readonly CaseEvent[];
  action: Action;
  actor: Actor;
  now: Date;
  policy: FeedbackPolicy;
  calendar: WorkingCalendar;
}

/** What an action comes to: one event, the state it leads to, and what else of the case changes. */
export interface Step {
  kind: "step";
  event: CaseEventKind;
  to?: FeedbackStatus;
  reason?: string;
  detail?: Record<string, unknown>;
  changes?: Partial<FeedbackCase>;
}

export interface Refused {
  kind: "refused";
  refusal: ActionRefusal;
}

export type Decider<Kind extends CaseAction["kind"]> = (
  deciding: Deciding<CaseActionOf<Kind>>,
) => Step | Refused;

export function refused(refusal: ActionRefusal): Refused {
  return { kind: "refused", refusal };
}

/** The events since the case was filed or last reopened. */
export function thisRound(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.slice(
    Math.max(
      0,
      events.findLastIndex(({ kind }) => kind === "reopened"),
    ),
  );
}

/** What was last done to a case; that its deadline moved is only what came of it. */
export function lastDeed(events: readonly CaseEvent[]): CaseEvent {
  return events.findLast(({ kind }) => kind !== "deadline-moved")!;
}

/** Lets only staff through of whom `isAllowed` says so. */
export function byStaff<Kind extends CaseAction["kind"]>(
  isAllowed: (staff: StaffMember, before: FeedbackCase) => boolean,
  decide: (deciding: Deciding<CaseActionOf<Kind>>, staff: StaffMember) => Step | Refused,
): Decider<Kind> {
  return (deciding) =>
    deciding.actor.kind === "staff" && isAllowed(deciding.actor.staff, deciding.before)
      ? decide(deciding, deciding.actor.staff)
      : refused({ because: "not-allowed" });
}

/** Lets only the person through who filed the case. */
export function byCitizen<Kind extends CaseAction["kind"]>(decide: Decider<Kind>): Decider<Kind> {
  return (deciding) =>
    deciding.actor.kind === "citizen" && deciding.actor.person === deciding.before.person
      ? decide(deciding)
      : refused({ because: "not-allowed" });
}
