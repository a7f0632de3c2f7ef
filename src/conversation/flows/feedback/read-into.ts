import type { FlowRequest, FlowResult } from "../../flow.ts";
import type { Slot } from "../../forms/form.ts";
import { paragraph, type Block } from "../../reply.ts";
import { contentSlot } from "./content-slot.ts";
import { ask, goOn, type FeedbackTalk } from "./feedback-talk.ts";
import { readOpening } from "./read-opening.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const answeredByButtons: ReadonlySet<string> = new Set(["linhvuc", "hoso", "trung", "rieng"]);
/** In characters. */
const leastFurtherWords = 30;

/** Whether words that answer no question asked by buttons go on telling the matter: long ones, and those with a photo. */
export function tellsMore(words: string, { content }: FlowRequest): boolean {
  return words.length >= leastFurtherWords || content.kind === "media";
}

/**
 * Reads words as the answer to a slot, and goes on from there. `messageId` is the message whose edit will change the
 * answer; there is none for what is only added to one.
 */
export async function readInto(
  slot: Slot<UnsentFeedback>,
  words: string,
  talk: FeedbackTalk,
  { messageId, lead = [] }: { messageId?: string; lead?: Block[] } = {},
): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const givenBy = { ...kept.answers.givenBy, ...(messageId !== undefined && { [messageId]: slot.name }) };
  const { content: said, ...beside } = slot === contentSlot ? readOpening(words) : { content: words };
  const answers: UnsentFeedback = { ...kept.answers, ...beside, givenBy };
  if (said === undefined) return goOn(talk, answers, lead);
  const reading = await slot.read(said, { answers, request, tools });
  switch (reading.kind) {
    case "read":
      return goOn(talk, reading.answers, lead);
    case "stopped":
      await tools.unsentFeedback.keep(kept.id, reading.answers, request.now);
      return {
        replies: [{ blocks: [...lead, ...reading.blocks] }],
        state: { form: { kind: "feedback", asking: slot.name } },
      };
    case "misread":
      if (answeredByButtons.has(slot.name) && tellsMore(words, request))
        return addToContent(words, talk, lead);
      await tools.unsentFeedback.keep(kept.id, answers, request.now);
      return ask({ ...talk, kept: { ...kept, answers } }, slot, [...lead, ...reading.blocks]);
  }
}

/** Takes words as more of the matter. */
export function addToContent(words: string, talk: FeedbackTalk, lead: Block[] = []): Promise<FlowResult> {
  const { request, tools, kept } = talk;
  const added = paragraph(tools.say(request.language, "feedback-added-to-content"));
  return readInto(contentSlot, [kept.answers.content, words].filter(Boolean).join("\n"), talk, {
    lead: [...lead, added],
  });
}
