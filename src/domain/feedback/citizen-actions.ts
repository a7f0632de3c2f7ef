import { addDays, dayOf, instantOn } from "../vietnam-time.ts";
import { byCitizen, refused, type Decider } from "./case-decision.ts";
import { isOpen, mayFollow } from "./case-states.ts";

/** Calendar days after the end of a case in which its person may ask to have it reopened. */
export const reopenableForDays = 30;

/** Until when a case that ended may be asked to be reopened; undefined when it has not ended. */
export function reopenableUntil({
  answeredAt,
  closedAt,
}: {
  answeredAt: Date | null;
  closedAt: Date | null;
}): Date | undefined {
  const ended = closedAt ?? answeredAt;
  return ended ? instantOn(addDays(dayOf(ended), reopenableForDays + 1)) : undefined;
}

/** An answer to the officer's question ends the waiting; anything else is kept with the case. */
export const addInformation: Decider<"add-information"> = byCitizen(({ before, action }) => {
  if (!action.text.trim() && action.attachmentIds.length === 0) return refused({ because: "text-missing" });
  if (!isOpen(before.status)) return refused({ because: "wrong-state" });
  return {
    kind: "step",
    event: "information-added",
    ...(before.status === "awaiting-citizen" && { to: "in-progress" as const }),
    reason: action.text,
    detail: { attachmentIds: action.attachmentIds },
  };
});

export const withdraw: Decider<"withdraw"> = byCitizen(({ before, action, now }) =>
  mayFollow(before.status, "withdrawn")
    ? {
        kind: "step",
        event: "withdrawn",
        to: "withdrawn",
        ...(action.reason && { reason: action.reason }),
        changes: { closedAt: now, draft: null, extension: null },
      }
    : refused({ because: "wrong-state" }),
);

export const requestReopening: Decider<"request-reopening"> = byCitizen(({ before, action, now }) => {
  if (!mayFollow(before.status, "reopen-requested")) return refused({ because: "wrong-state" });
  if (!action.reason.trim()) return refused({ because: "text-missing" });
  const until = reopenableUntil(before);
  if (until && now >= until) return refused({ because: "reopening-too-late", until });
  return { kind: "step", event: "reopening-requested", to: "reopen-requested", reason: action.reason };
});
