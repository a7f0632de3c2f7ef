import { mayWorkOn } from "./case-access.ts";
import type { CaseActionOf } from "./case-action.ts";
import { byStaff, refused, thisRound, type Decider, type Deciding, type Step } from "./case-decision.ts";
import { caseStates, isOpen } from "./case-states.ts";
import type { CaseEvent } from "./feedback.ts";

/** The most working days one extension may ask for. */
export const longestExtension = 10;

export const accept: Decider<"accept"> = byStaff(mayWorkOn, ({ before, events, now }, staff) => {
  const taken = thisRound(events).findLast(({ kind }) => kind === "accepted");
  if (taken && before.status === "in-progress" && before.officer)
    return refused({
      because: "already-taken",
      by: before.officerName ?? before.officer,
      at: taken.happenedAt,
    });
  return {
    kind: "step",
    event: "accepted",
    to: "in-progress",
    changes: {
      officer: staff.username,
      acceptedAt: before.acceptedAt ?? now,
      ...(before.unitCode === null && { unitCode: staff.unitCode }),
    },
  };
});

export const classify: Decider<"classify"> = byStaff(mayWorkOn, ({ before, action }) => {
  if (!isOpen(before.status)) return refused({ because: "wrong-state" });
  const { field = before.field, feedbackKind = before.kind, urgency = before.urgency } = action;
  return {
    kind: "step",
    event: "classified",
    ...(before.status === "new" && { to: "classified" as const }),
    detail: { field, kind: feedbackKind, urgency },
    changes: { field, kind: feedbackKind, urgency },
  };
});

/** By staff, or by the program when whoever had it has left. */
export const assign: Decider<"assign"> = (deciding) =>
  deciding.actor.kind === "system" ? assignTo(deciding) : byStaff<"assign">(mayWorkOn, assignTo)(deciding);

function assignTo({ before, action }: Deciding<CaseActionOf<"assign">>): Step {
  return {
    kind: "step",
    event: "assigned",
    ...(before.status !== "assigned" && { to: "assigned" as const }),
    detail: { unitCode: action.unitCode, officer: action.officer ?? null },
    changes: { unitCode: action.unitCode, officer: action.officer ?? null },
  };
}

export const wrongUnit: Decider<"wrong-unit"> = byStaff(mayWorkOn, ({ before, action: _action }) => ({
  kind: "step",
  event: "wrong-unit",
  ...(before.status !== "classified" && { to: "classified" as const }),
  detail: { unitCode: before.unitCode, routingRuleId: before.routingRuleId },
  changes: { unitCode: null, officer: null },
}));

export const askCitizen: Decider<"ask-citizen"> = byStaff(mayWorkOn, ({ action, events, policy }) => {
  if (!action.question.trim()) return refused({ because: "text-missing" });
  if (pausesSoFar(events) >= policy.maxPauses)
    return refused({ because: "pauses-used-up", most: policy.maxPauses });
  return { kind: "step", event: "citizen-asked", to: "awaiting-citizen", reason: action.question };
});

export const askAgency: Decider<"ask-agency"> = byStaff(mayWorkOn, ({ action, events, policy }) => {
  if (!action.agency.trim() || !action.reason.trim()) return refused({ because: "text-missing" });
  if (pausesSoFar(events) >= policy.maxPauses)
    return refused({ because: "pauses-used-up", most: policy.maxPauses });
  return {
    kind: "step",
    event: "agency-asked",
    to: "awaiting-agency",
    reason: action.reason,
    detail: { agency: action.agency },
  };
});

function pausesSoFar(events: readonly CaseEvent[]): number {
  return thisRound(events).filter(
    ({ toStatus, fromStatus }) =>
      toStatus !== null &&
      caseStates[toStatus].answerClock === "paused" &&
      (fromStatus === null || caseStates[fromStatus].answerClock !== "paused"),
  ).length;
}

export const resume: Decider<"resume"> = byStaff(mayWorkOn, ({ before }) =>
  caseStates[before.status].answerClock === "paused"
    ? { kind: "step", event: "resumed", to: "in-progress" }
    : refused({ because: "wrong-state" }),
);

export const requestExtension: Decider<"request-extension"> = byStaff(
  mayWorkOn,
  ({ before, action, events, policy }, staff) => {
    if (!isOpen(before.status)) return refused({ because: "wrong-state" });
    if (!action.reason.trim()) return refused({ because: "text-missing" });
    if (before.extension) return refused({ because: "extension-waiting" });
    const granted = thisRound(events).filter(({ kind }) => kind === "extension-granted").length;
    if (granted >= policy.maxExtensions) return refused({ because: "extensions-used-up" });
    const { workingDays, reason } = action;
    if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > longestExtension)
      return refused({ because: "days-out-of-range", most: longestExtension });
    return {
      kind: "step",
      event: "extension-requested",
      reason,
      detail: { workingDays },
      changes: { extension: { workingDays, reason, by: staff.username } },
    };
  },
);

export const draft: Decider<"draft"> = byStaff(mayWorkOn, ({ before, action }, staff) => {
  if (!isOpen(before.status)) return refused({ because: "wrong-state" });
  if (!action.text.trim()) return refused({ because: "text-missing" });
  return {
    kind: "step",
    event: "drafted",
    detail: { text: action.text },
    changes: { draft: { text: action.text, by: staff.username, isSubmitted: false } },
  };
});

export const submit: Decider<"submit"> = byStaff(mayWorkOn, ({ before }) =>
  before.draft && isOpen(before.status)
    ? { kind: "step", event: "submitted", changes: { draft: { ...before.draft, isSubmitted: true } } }
    : refused({ because: "no-draft" }),
);

export const refuse: Decider<"refuse"> = byStaff(mayWorkOn, ({ action, now }) =>
  action.explanation.trim()
    ? {
        kind: "step",
        event: "refused",
        to: "refused",
        reason: action.explanation,
        detail: { ground: action.ground },
        changes: { answer: action.explanation, answeredAt: now, closedAt: now, draft: null, extension: null },
      }
    : refused({ because: "text-missing" }),
);

export const forward: Decider<"forward"> = byStaff(mayWorkOn, ({ action, now }) =>
  action.agency.trim() && action.explanation.trim()
    ? {
        kind: "step",
        event: "forwarded",
        to: "forwarded",
        reason: action.explanation,
        detail: { agency: action.agency },
        changes: { answer: action.explanation, answeredAt: now, closedAt: now, draft: null, extension: null },
      }
    : refused({ because: "text-missing" }),
);

export const note: Decider<"note"> = byStaff(mayWorkOn, ({ action }) =>
  action.text.trim()
    ? { kind: "step", event: "noted", reason: action.text }
    : refused({ because: "text-missing" }),
);
