import { mayDecideOn, mayWorkOn } from "./case-access.ts";
import { byStaff, refused, type Deciding, type Decider, type Refused, type Step } from "./case-decision.ts";
import { isOpen } from "./case-states.ts";
import type { CaseActionOf } from "./case-action.ts";

export const decideExtension: Decider<"decide-extension"> = byStaff(mayDecideOn, ({ before, action }) => {
  const { extension } = before;
  if (!extension || !isOpen(before.status)) return refused({ because: "no-extension-waiting" });
  if (!action.isGranted)
    return {
      kind: "step",
      event: "extension-denied",
      ...(action.reason && { reason: action.reason }),
      changes: { extension: null },
    };
  return {
    kind: "step",
    event: "extension-granted",
    reason: extension.reason,
    detail: { workingDays: extension.workingDays, requestedBy: extension.by },
    changes: { extension: null, isExtended: true },
  };
});

/** Sends the answer out. Where the policy demands it, only someone who may decide does. */
export const answer: Decider<"answer"> = byStaff(mayWorkOn, (deciding, staff) => {
  if (deciding.policy.needsApproval && !mayDecideOn(staff, deciding.before))
    return refused({ because: "needs-approval" });
  return sendAnswer(deciding);
});

function sendAnswer({ before, action, now }: Deciding<CaseActionOf<"answer">>): Step | Refused {
  const text = action.text ?? before.draft?.text;
  if (!text?.trim()) return refused({ because: action.text === undefined ? "no-draft" : "text-missing" });
  return {
    kind: "step",
    event: "answered",
    to: "answered",
    detail: { text },
    changes: {
      answer: text,
      answeredAt: now,
      acceptedAt: before.acceptedAt ?? now,
      draft: null,
      extension: null,
    },
  };
}

export const returnDraft: Decider<"return"> = byStaff(mayDecideOn, ({ before, action }) => {
  if (!before.draft?.isSubmitted) return refused({ because: "no-draft" });
  if (!action.reason.trim()) return refused({ because: "text-missing" });
  return {
    kind: "step",
    event: "returned",
    reason: action.reason,
    changes: { draft: { ...before.draft, isSubmitted: false } },
  };
});

/** Judges a request to take the matter up again; a new round begins, and the first is kept in the history. */
export const decideReopening: Decider<"decide-reopening"> = byStaff(
  mayDecideOn,
  ({ before, action, now }) => {
    if (before.status !== "reopen-requested") return refused({ because: "wrong-state" });
    if (!action.reason.trim()) return refused({ because: "text-missing" });
    if (!action.isGranted)
      return {
        kind: "step",
        event: "reopening-denied",
        to: "closed",
        reason: action.reason,
        changes: { closedAt: now },
      };
    return {
      kind: "step",
      event: "reopened",
      to: "reopened",
      reason: action.reason,
      detail: { firstAnswer: before.answer, answeredAt: before.answeredAt?.toISOString() ?? null },
      changes: {
        round: before.round + 1,
        answer: null,
        answeredAt: null,
        acceptedAt: null,
        closedAt: null,
        isExtended: false,
      },
    };
  },
);
