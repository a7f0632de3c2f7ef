import type { FlowRequest, FlowResult, FlowTools } from "../../flow.ts";
import { noticeVersion } from "../../../domain/people/consent.ts";
import { nextQuestion, type Slot } from "../../forms/form.ts";
import { paragraph, type Block } from "../../reply.ts";
import { formCommand } from "./answer-button.ts";
import { excerpt } from "../../answers/excerpt.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { changeableSlots, feedbackSlots, type ChangeableSlot } from "./feedback-slots.ts";
import { feedbackFacts, feedbackSummary } from "./feedback-summary.ts";
import type { KeptFeedback, UnsentFeedback } from "./unsent-feedback.ts";

/** One message to somebody's feedback being written. */
export interface FeedbackTalk {
  kept: KeptFeedback;
  request: FlowRequest;
  tools: FlowTools;
}

/** What is being asked; undefined at the summary. */
export function askedSlot({ state: { form } }: FlowRequest): Slot<UnsentFeedback> | undefined {
  return form?.kind === "feedback" ? feedbackSlots.find(({ name }) => name === form.asking) : undefined;
}

/** Keeps what is answered now and asks what is still open, or shows all of it. `lead` stands before the question. */
export async function goOn(
  { kept, request, tools }: FeedbackTalk,
  answers: UnsentFeedback,
  lead: Block[] = [],
): Promise<FlowResult> {
  const next = await nextQuestion(feedbackSlots, { answers, request, tools });
  await tools.unsentFeedback.keep(kept.id, next.answers, request.now);
  return ask({ kept: { ...kept, answers: next.answers }, request, tools }, next.slot, lead);
}

/** Asks for one slot, or shows the summary. */
export async function ask(
  { kept, request, tools }: FeedbackTalk,
  slot: Slot<UnsentFeedback> | undefined,
  lead: Block[] = [],
): Promise<FlowResult> {
  // They agree to the words that they saw.
  if (!slot && kept.answers.toldOf !== noticeVersion)
    await tools.unsentFeedback.keep(kept.id, { ...kept.answers, toldOf: noticeVersion }, request.now);
  const blocks = slot
    ? await slot.ask({ answers: kept.answers, request, tools })
    : feedbackSummary(kept, request, tools);
  return {
    replies: [{ blocks: [...lead, ...blocks] }],
    state: { form: { kind: "feedback", ...(slot && { asking: slot.name }) } },
  };
}

/** Shows what somebody had begun, and asks whether they go on. */
export function offerToGoOn({ kept, request, tools }: FeedbackTalk): FlowResult {
  const { say } = tools;
  const { language } = request;
  const { setAside } = kept.answers;
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "feedback-unsent", { at: showInstant(kept.updatedAt) }), "strong"),
          { kind: "facts", facts: feedbackFacts(kept.answers, request, tools) },
          ...(setAside
            ? [paragraph(say(language, "feedback-unsent-beside", { words: excerpt(setAside, 100) }))]
            : []),
          {
            kind: "buttons",
            buttons: [
              { label: say(language, "feedback-button-go-on"), say: formCommand("tiep") },
              {
                label: say(language, setAside ? "feedback-button-anew-with" : "feedback-button-anew"),
                say: formCommand("moi"),
              },
            ],
          },
        ],
      },
    ],
  };
}

/** Asks which answer is to be changed. */
export function askWhatToChange({ request: { language }, tools: { say } }: FeedbackTalk): FlowResult {
  const buttons = (Object.keys(changeableSlots) as ChangeableSlot[]).map((slot) => ({
    label: say(language, `feedback-change-${slot}`),
    say: formCommand("sua", slot),
  }));
  return {
    replies: [
      { blocks: [paragraph(say(language, "feedback-change-what"), "strong"), { kind: "buttons", buttons }] },
    ],
    state: { form: { kind: "feedback" } },
  };
}

/** What was pressed belongs to feedback that is not there any more. */
export function notThereAnyMore(request: FlowRequest, { say }: FlowTools): FlowResult {
  return {
    replies: [
      {
        blocks: [
          paragraph(say(request.language, "feedback-gone"), "strong"),
          {
            kind: "buttons",
            buttons: [
              { label: say(request.language, "button-feedback"), say: "/phananh" },
              { label: say(request.language, "case-button-own"), say: "/phananhtoi" },
            ],
          },
        ],
      },
    ],
  };
}
