import { albumOf } from "../../beyond-text.ts";
import type { FlowResult } from "../../flow.ts";
import type { Slot } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph, type Block } from "../../reply.ts";
import { contentSlot } from "./content-slot.ts";
import { feedbackSlots } from "./feedback-slots.ts";
import { ask, askedSlot, askWhatToChange, goOn, type FeedbackTalk } from "./feedback-talk.ts";
import { keepFiles } from "./keep-files.ts";
import { placeSlot } from "./place-slot.ts";
import { addToContent, readInto, tellsMore } from "./read-into.ts";
import { readClause } from "./read-opening.ts";
import { sendFeedback } from "./send-feedback.ts";
import { cancel, goBack, readChange } from "./steering.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

/** Takes whatever was sent while feedback is being written: files, a place, a changed message, words. */
export async function takeAnswer(talk: FeedbackTalk): Promise<FlowResult> {
  const { content, messageId, understanding, language } = talk.request;
  const asked = askedSlot(talk.request);
  switch (content.kind) {
    case "position":
      return readInto(placeSlot, "", talk, { messageId });
    case "media":
      return takeFiles(asked, talk);
    case "edit": {
      const given = feedbackSlots.find(({ name }) => name === talk.kept.answers.givenBy[content.of]);
      return given
        ? readInto(given, understanding.text, talk, { messageId: content.of })
        : ask(talk, asked, [paragraph(talk.tools.say(language, "edit-too-late"))]);
    }
    default:
      return takeWords(asked, talk);
  }
}

/** Keeps files with the matter, whenever they come. The rest of an album is kept in silence. */
async function takeFiles(asked: Slot<UnsentFeedback> | undefined, talk: FeedbackTalk): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { content, attachmentIds, language, state, understanding, now } = request;
  const { answers, lead } = keepFiles(attachmentIds, talk);
  await tools.unsentFeedback.keep(kept.id, answers, now);
  const next = { ...talk, kept: { ...kept, answers } };
  if (understanding.text.trim() !== "") return takeWords(asked, next, lead);
  const album = albumOf(content);
  const isRest = album !== undefined && album === state.album;
  if (isRest && answers.isFull === kept.answers.isFull) return { replies: [], state: { form: state.form } };
  if (!asked || answers.content !== undefined) return ask(next, asked, lead);
  return ask(next, asked, [...lead, paragraph(tools.say(language, "feedback-files-need-words"))]);
}

async function takeWords(
  asked: Slot<UnsentFeedback> | undefined,
  talk: FeedbackTalk,
  lead: Block[] = [],
): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { understanding, language, messageId } = request;
  const words = understanding.text.trim();
  const folded = tools.fold(words);
  if (!(asked && asked !== contentSlot && passesOver(folded))) {
    if (understanding.intent === "cancel") return cancel(talk);
    if (understanding.intent === "back") return goBack(talk);
    const changed = readChange(folded);
    if (changed === "which") return askWhatToChange(talk);
    if (changed) return ask(talk, changed);
  }
  if (!asked && (understanding.intent === "confirm" || /^(gui|gui di|send)$/.test(folded)))
    return sendFeedback(kept.id, kept, request, tools);
  if (asked === contentSlot) return readInto(asked, words, talk, { messageId, lead });
  const urgent = understanding.intent === "emergency" ? await warnOfEmergency(talk) : [];
  const clause = readClause(words);
  if (clause && !(asked?.name === "lienhe" && clause.contact))
    return goOn(talk, { ...kept.answers, ...clause, ...(clause.dossierCode && { sameAs: undefined }) }, lead);
  if (asked) return readInto(asked, words, talk, { messageId, lead: [...lead, ...urgent] });
  if (tellsMore(words, request)) return addToContent(words, talk, [...lead, ...urgent]);
  return ask(talk, undefined, [...lead, paragraph(tools.say(language, "feedback-summary-hint"), "warning")]);
}

/** A question is no place to hold up somebody in danger: the answer is taken, and they are told whom to call. */
async function warnOfEmergency({ request, tools }: FeedbackTalk): Promise<Block[]> {
  const { person, conversationId, now, language } = request;
  await tools.guidances.add({ person, conversationId, kind: "emergency", saidAt: now });
  return [paragraph(tools.say(language, "guided-emergency"), "warning")];
}
