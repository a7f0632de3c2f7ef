import { mayWorkOn } from "./case-access.ts";
import type { CaseAction } from "./case-action.ts";
import { addInformation, requestReopening, withdraw } from "./citizen-actions.ts";
import { refused, type Deciding, type Decider, type Refused, type Step } from "./case-decision.ts";
import { mayFollow } from "./case-states.ts";
import { answer, decideExtension, decideReopening, returnDraft } from "./leader-actions.ts";
import {
  accept,
  askAgency,
  askCitizen,
  assign,
  classify,
  draft,
  forward,
  note,
  refuse,
  requestExtension,
  resume,
  submit,
  wrongUnit,
} from "./officer-actions.ts";

const close: Decider<"close"> = ({ before, actor, now }) => {
  const isAllowed = actor.kind === "system" || (actor.kind === "staff" && mayWorkOn(actor.staff, before));
  if (!isAllowed) return refused({ because: "not-allowed" });
  if (before.status !== "answered") return refused({ because: "wrong-state" });
  return { kind: "step", event: "closed", to: "closed", changes: { closedAt: now } };
};

const deciders: { [Kind in CaseAction["kind"]]: Decider<Kind> } = {
  accept,
  classify,
  assign,
  "wrong-unit": wrongUnit,
  "ask-citizen": askCitizen,
  "ask-agency": askAgency,
  resume,
  "add-information": addInformation,
  "request-extension": requestExtension,
  "decide-extension": decideExtension,
  draft,
  submit,
  return: returnDraft,
  answer,
  refuse,
  forward,
  withdraw,
  close,
  "request-reopening": requestReopening,
  "decide-reopening": decideReopening,
  note,
};

/** What an action on a case comes to, or why it is not done. Pure; the state machine has the last word. */
export function decideCase(deciding: Deciding): Step | Refused {
  const decide = deciders[deciding.action.kind] as (deciding: Deciding) => Step | Refused;
  const decided = decide(deciding);
  if (decided.kind === "refused" || decided.to === undefined) return decided;
  return mayFollow(deciding.before.status, decided.to) ? decided : refused({ because: "wrong-state" });
}
