import type { FlowResult } from "../../flow.ts";
import { questionBefore, type Slot } from "../../forms/form.ts";
import { paragraph } from "../../reply.ts";
import { contentSlot } from "./content-slot.ts";
import { changeableSlots, feedbackSlots } from "./feedback-slots.ts";
import { ask, askedSlot, type FeedbackTalk } from "./feedback-talk.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

/** Forgets what was being written; nothing was sent. */
export async function cancel({ kept, request, tools }: FeedbackTalk): Promise<FlowResult> {
  await tools.unsentFeedback.forget(kept.id);
  return {
    replies: [
      {
        blocks: [
          paragraph(tools.say(request.language, "feedback-cancelled"), "strong"),
          {
            kind: "buttons",
            buttons: [{ label: tools.say(request.language, "button-feedback"), say: "/phananh" }],
          },
        ],
      },
    ],
  };
}

export async function goBack(talk: FeedbackTalk): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const asked = askedSlot(request)?.name;
  const before = await questionBefore(feedbackSlots, { answers: kept.answers, request, tools }, asked);
  if (before) return ask(talk, before);
  return ask(talk, contentSlot, [paragraph(tools.say(request.language, "feedback-at-beginning"))]);
}

/** The slot that "sửa lĩnh vực" means; "which" when it names none. */
export function readChange(folded: string): Slot<UnsentFeedback> | "which" | undefined {
  const [matched, item] =
    /^(?:sua|doi|chinh|sua lai|change|edit)(?: lai| the)?(?: (.+))?$/.exec(folded) ?? [];
  if (matched === undefined) return undefined;
  if (item === undefined) return "which";
  const name = Object.entries(changeableSlots).find(([, words]) => words.some((word) => word === item))?.[0];
  return feedbackSlots.find((slot) => slot.name === name);
}
