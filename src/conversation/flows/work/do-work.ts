import type { ActionRefusal, CaseAction } from "../../../domain/feedback/case-action.ts";
import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import { changeCase } from "../../../domain/feedback/change-case.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { StaffMember } from "../../../domain/staff/staff-member.ts";
import { showInstant, showTime, dayOf } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { workButtons } from "../../answers/work-case.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../../flow.ts";
import { paragraph, type Block } from "../../reply.ts";

/** A request of a member of staff. */
export interface StaffRequest extends FlowRequest {
  staff: StaffMember;
}

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

/** Does one thing to a case and says what came of it, with what may be done next. */
export async function doWork(
  code: string,
  version: number | undefined,
  action: CaseAction,
  request: StaffRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { staff, channel, now, language } = request;
  const outcome = await changeCase(
    {
      code,
      action,
      actor: { kind: "staff", staff },
      channel,
      now,
      ...(version !== undefined && { expectedVersion: version }),
    },
    tools,
  );
  if (outcome.kind === "not-found" || !mayHaveSeen(outcome.matter, staff, action))
    return notFound(request, tools);
  const telling = { say: tools.say, language, staff };
  const next: Block = {
    kind: "buttons",
    buttons: [showButton(code, request, tools), ...workButtons(outcome.matter, telling)],
  };
  switch (outcome.kind) {
    case "changed":
      return reply(
        paragraph(done(action, outcome.matter, request, tools), "strong"),
        ...(action.kind === "draft" ? [paragraph(action.text)] : []),
        ...(mayWorkOn(staff, outcome.matter) ? [next] : []),
      );
    case "refused":
      return reply(
        paragraph(refusal(outcome.refusal, outcome.matter, request, tools), "warning"),
        ...(mayWorkOn(staff, outcome.matter) ? [next] : []),
      );
    case "changed-meanwhile": {
      const { lastEvent } = outcome;
      return reply(
        paragraph(
          lastEvent.kind === "accepted" && lastEvent.actor.kind === "staff"
            ? tools.say(language, "work-refused-already-taken", {
                at: clock(lastEvent.happenedAt, now),
                by: lastEvent.actor.staff.fullName,
              })
            : tools.say(language, "work-changed-meanwhile", {
                code,
                at: clock(lastEvent.happenedAt, now),
                what: tools.say(language, `work-event-${lastEvent.kind}`),
              }),
          "warning",
        ),
        next,
      );
    }
  }
}

/** One who has just given a case away may read what they did; nobody else learns of a case that is not theirs. */
function mayHaveSeen(matter: FeedbackCase, staff: StaffMember, action: CaseAction): boolean {
  return mayWorkOn(staff, matter) || action.kind === "assign" || action.kind === "wrong-unit";
}

function done(
  action: CaseAction,
  { code, dueAt }: FeedbackCase,
  { language }: FlowRequest,
  { say }: FlowTools,
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

function refusal(
  refused: ActionRefusal,
  { code, status }: FeedbackCase,
  { language, now }: FlowRequest,
  { say }: FlowTools,
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

/** The time alone on the same day. */
function clock(at: Date, now: Date): string {
  return dayOf(at) === dayOf(now) ? showTime(at) : showInstant(at);
}

export function showButton(code: string, { language }: FlowRequest, { say }: FlowTools) {
  return { label: say(language, "work-button-xem"), say: `/viec xem ${code}` };
}

/** The same for what does not exist and for what is not theirs to see. */
export function notFound({ language }: FlowRequest, { say }: FlowTools): FlowResult {
  return reply(paragraph(say(language, "work-not-found")), {
    kind: "buttons",
    buttons: [{ label: say(language, "work-button-list"), say: "/viec" }],
  });
}

export function reply(...blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
