import type { CaseAction } from "../../../domain/feedback/case-action.ts";
import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import { changeCase } from "../../../domain/feedback/change-case.ts";
import type { CaseEvent, FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { StaffMember } from "../../../domain/staff/staff-member.ts";
import { workCase } from "../../answers/work-case.ts";
import { deedsOn, workButtons } from "../../answers/work-deeds.ts";
import type { ConversationFormOf } from "../../conversation-state.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../../flow.ts";
import { paragraph, type Block } from "../../reply.ts";
import { sayChangedMeanwhile, sayDone, sayRefusal } from "./say-outcome.ts";

/** A request of a member of staff. */
export interface StaffRequest extends FlowRequest {
  staff: StaffMember;
}

export type WordsForm = ConversationFormOf<"case-words">;

/** Does one thing to a case and says what came of it, with what may be done next. `written` is the form with its words, if it took any. */
export async function doWork(
  { code, version, action, written }: WorkToDo,
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
  if (outcome.kind === "not-found") return notFound(request, tools);
  const { matter } = outcome;
  const isTheirs = mayWorkOn(staff, matter);
  // Whoever has just given a case away reads that it was done; nobody else learns of a case that is not theirs.
  if (!isTheirs && outcome.kind !== "changed") return notFound(request, tools);
  if (outcome.kind === "changed-meanwhile")
    return showChanged(matter, outcome.lastEvent, request, tools, written);
  const next: Block = {
    kind: "buttons",
    buttons: [showButton(code, request, tools), ...workButtons(matter, { say: tools.say, language, staff })],
  };
  const said =
    outcome.kind === "changed"
      ? paragraph(sayDone(action, matter, request, tools), "strong")
      : paragraph(sayRefusal(outcome.refusal, matter, request, tools), "warning");
  const isDrafted = outcome.kind === "changed" && action.kind === "draft";
  return reply(said, ...(isDrafted ? [paragraph(action.text)] : []), ...(isTheirs ? [next] : []));
}

export interface WorkToDo {
  code: string;
  /** The version the person saw; undefined for those who saw none. */
  version: number | undefined;
  action: CaseAction;
  written?: WordsForm;
}

/** Says what happened to a case since the person saw it, and shows it as it is now. Words that were written are not lost: one press sends them all the same. */
export async function showChanged(
  matter: FeedbackCase,
  lastEvent: CaseEvent,
  request: StaffRequest,
  tools: FlowTools,
  written?: WordsForm,
): Promise<FlowResult> {
  const { staff, language } = request;
  const telling = { say: tools.say, language, staff };
  const maySend =
    written?.words !== undefined && deedsOn(matter, staff).some((deed) => deed === written.deed);
  const blocks = [
    paragraph(sayChangedMeanwhile(lastEvent, matter.code, request, tools), "warning"),
    ...workCase(matter, await tools.work.attachmentsOf(matter.id), telling),
  ];
  if (!maySend) return reply(...blocks);
  return {
    ...reply(...blocks, paragraph(tools.say(language, "work-words-kept", { words: written.words! })), {
      kind: "buttons",
      buttons: [{ label: tools.say(language, "work-button-all-the-same"), say: "/viec dongy" }],
    }),
    state: { form: { ...written, version: matter.version } },
  };
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
