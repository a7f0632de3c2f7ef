import type { ActionRefusal, CaseAction } from "../../../domain/feedback/case-action.ts";
import type { CaseEvent, FeedbackCase } from "../../../domain/feedback/feedback.ts";
import { dayOf, showInstant, showTime } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { FlowRequest, FlowTools } from "../../flow.ts";

type DoneSentence =
  | "work-done-accept"
  | "work-done-wrong-unit"
  | "work-done-assign"
  | "work-done-ask-citizen"
  | "work-done-ask-agency"
  | "work-done-resume"
  | "work-done-request-extension"
  | "work-done-extension-granted"
  | "work-done-extension-denied"
  | "work-done-draft"
  | "work-done-submit"
  | "work-done-return"
  | "work-done-answer"
  | "work-done-refuse"
  | "work-done-forward"
  | "work-done-close"
  | "work-done-reopen"
  | "work-done-keep"
  | "work-done-note"
  | "work-done-classify";

/** What was done to a case, and what follows. */
export function sayDone(
  action: CaseAction,
  { code, dueAt }: FeedbackCase,
  { language }: Pick<FlowRequest, "language">,
  { say }: Pick<FlowTools, "say">,
): string {
  return say(language, doneSentence(action), {
    code,
    due: dueAt ? showMoment(say, language, dueAt) : "",
  });
}

function doneSentence(action: CaseAction): DoneSentence {
  switch (action.kind) {
    case "decide-extension":
      return action.isGranted ? "work-done-extension-granted" : "work-done-extension-denied";
    case "decide-reopening":
      return action.isGranted ? "work-done-reopen" : "work-done-keep";
    case "add-information":
    case "withdraw":
    case "request-reopening":
      throw new Error(`Staff do not ${action.kind}.`);
    default:
      return `work-done-${action.kind}`;
  }
}

/** Why nothing was done. */
export function sayRefusal(
  refused: ActionRefusal,
  { code, status }: FeedbackCase,
  { language, now }: Pick<FlowRequest, "language" | "now">,
  { say }: Pick<FlowTools, "say">,
): string {
  switch (refused.because) {
    case "wrong-state":
      return say(language, "work-refused-wrong-state", {
        code,
        state: say(language, `case-stage-${status}`),
      });
    case "already-taken":
      return say(language, "work-refused-already-taken", { at: clock(refused.at, now), by: refused.by });
    case "days-out-of-range":
      return say(language, "work-refused-days-out-of-range", { most: String(refused.most) });
    case "pauses-used-up":
      return say(language, "work-refused-pauses-used-up", { code, most: String(refused.most) });
    case "text-missing":
      return say(language, "work-refused-text-missing");
    case "no-such-unit":
      return say(language, "work-refused-no-such-unit");
    case "no-such-officer":
      return say(language, "work-refused-no-such-officer");
    default:
      return say(language, `work-refused-${refused.because}`, { code });
  }
}

/** What happened to a case since the person saw it. */
export function sayChangedMeanwhile(
  { kind, happenedAt, actor }: CaseEvent,
  code: string,
  { language, now }: Pick<FlowRequest, "language" | "now">,
  { say }: Pick<FlowTools, "say">,
): string {
  const at = clock(happenedAt, now);
  return kind === "accepted" && actor.kind === "staff"
    ? say(language, "work-refused-already-taken", { at, by: actor.staff.fullName })
    : say(language, "work-changed-meanwhile", { code, at, what: say(language, `work-event-${kind}`) });
}

/** The time alone on the same day. */
function clock(at: Date, now: Date): string {
  return dayOf(at) === dayOf(now) ? showTime(at) : showInstant(at);
}
