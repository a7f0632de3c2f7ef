import { albumOf } from "../../beyond-text.ts";
import type { FlowRequest, FlowResult } from "../../flow.ts";
import type { Slot } from "../../forms/form.ts";
import { questionBefore } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph, type Block } from "../../reply.ts";
import { contentSlot } from "./content-slot.ts";
import { changeableSlots, feedbackSlots } from "./feedback-slots.ts";
import { ask, askWhatToChange, goOn, type FeedbackTalk } from "./feedback-talk.ts";
import { placeSlot } from "./place-slot.ts";
import { readClause, readOpening } from "./read-opening.ts";
import { sendFeedback } from "./send-feedback.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const mostFiles = 10;
/** Words longer than this that answer no question asked by buttons go on telling the matter. */
const leastFurtherWords = 30;
const answeredByButtons: ReadonlySet<string | undefined> = new Set([
  "linhvuc",
  "hoso",
  "trung",
  "rieng",
  undefined,
]);

/** Takes whatever was sent while feedback is being written: files, a place, a changed message, words. */
export async function takeAnswer(talk: FeedbackTalk): Promise<FlowResult> {
  const { content, messageId, understanding, language } = talk.request;
  const asked = askedSlot(talk.request);
  switch (content.kind) {
    case "position":
      return readInto(placeSlot, "", talk, messageId);
    case "media":
      return takeFiles(asked, talk);
    case "edit": {
      const given = feedbackSlots.find(({ name }) => name === talk.kept.answers.givenBy[content.of]);
      return given
        ? readInto(given, understanding.text, talk, content.of)
        : ask(talk, asked, [paragraph(talk.tools.say(language, "edit-too-late"))]);
    }
    default:
      return takeWords(asked, talk);
  }
}

/** What is being asked; undefined at the summary. */
export function askedSlot({ state: { form } }: FlowRequest): Slot<UnsentFeedback> | undefined {
  return form?.kind === "feedback" ? feedbackSlots.find(({ name }) => name === form.asking) : undefined;
}

/** Keeps files with the matter, whenever they come. The rest of an album is kept in silence. */
async function takeFiles(asked: Slot<UnsentFeedback> | undefined, talk: FeedbackTalk): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { content, attachmentIds, language, state, understanding, now } = request;
  const { answers, lead } = withFiles(attachmentIds, talk);
  await tools.unsentFeedback.keep(kept.id, answers, now);
  const next = { ...talk, kept: { ...kept, answers } };
  if (understanding.text.trim() !== "") return takeWords(asked, next, lead);
  const album = albumOf(content);
  const isRest = album !== undefined && album === state.album;
  if (isRest && answers.isFull === kept.answers.isFull) return { replies: [], state: { form: state.form } };
  if (!asked || answers.content !== undefined) return ask(next, asked, lead);
  return ask(next, asked, [...lead, paragraph(tools.say(language, "feedback-files-need-words"))]);
}

/** What came along, as far as it is kept. */
function withFiles(
  ids: readonly string[],
  { kept: { answers }, request: { language }, tools: { say } }: FeedbackTalk,
): { answers: UnsentFeedback; lead: Block[] } {
  const all = [...answers.attachmentIds, ...ids];
  const attachmentIds = all.slice(0, mostFiles);
  const isFull = answers.isFull || all.length > mostFiles;
  const lead = isFull
    ? paragraph(say(language, "feedback-files-full", { most: String(mostFiles) }), "warning")
    : paragraph(say(language, "feedback-files-kept", { count: String(attachmentIds.length) }));
  return { answers: { ...answers, attachmentIds, isFull }, lead: [lead] };
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
  if (asked === contentSlot) return readInto(asked, words, talk, messageId, lead);
  const urgent = understanding.intent === "emergency" ? await warnOfEmergency(talk) : [];
  const clause = readClause(words);
  if (clause && !(asked?.name === "lienhe" && clause.contact))
    return goOn(talk, { ...kept.answers, ...clause }, lead);
  if (asked) return readInto(asked, words, talk, messageId, [...lead, ...urgent]);
  return words.length >= leastFurtherWords
    ? readInto(contentSlot, `${kept.answers.content}\n${words}`, talk, messageId, [...lead, ...urgent])
    : ask(talk, undefined, [...lead, paragraph(tools.say(language, "feedback-summary-hint"), "warning")]);
}

/** Reads words as the answer to a slot, and goes on from there. */
export async function readInto(
  slot: Slot<UnsentFeedback>,
  words: string,
  talk: FeedbackTalk,
  messageId: string,
  lead: Block[] = [],
): Promise<FlowResult> {
  const { request, tools } = talk;
  const givenBy = { ...talk.kept.answers.givenBy, [messageId]: slot.name };
  const { content: said, ...beside } = slot === contentSlot ? readOpening(words) : { content: words };
  const answers: UnsentFeedback = { ...talk.kept.answers, ...beside, givenBy };
  if (said === undefined) return goOn(talk, answers, lead);
  const reading = await slot.read(said, { answers, request, tools });
  if (reading.kind === "read") return goOn(talk, reading.answers, lead);
  const current = reading.kind === "stopped" ? reading.answers : answers;
  await tools.unsentFeedback.keep(talk.kept.id, current, request.now);
  const next = { ...talk, kept: { ...talk.kept, answers: current } };
  if (reading.kind === "stopped")
    return {
      replies: [{ blocks: [...lead, ...reading.blocks] }],
      state: { form: { kind: "feedback", asking: slot.name } },
    };
  if (answeredByButtons.has(slot.name) && words.length >= leastFurtherWords && current.content !== undefined)
    return readInto(contentSlot, `${current.content}\n${words}`, next, messageId, [
      ...lead,
      paragraph(tools.say(request.language, "feedback-added-to-content")),
    ]);
  return ask(next, slot, [...lead, ...reading.blocks]);
}

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

export function goBack(talk: FeedbackTalk): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { form } = request.state;
  const at = form?.kind === "feedback" ? form.asking : undefined;
  const before = questionBefore(feedbackSlots, kept.answers, at);
  if (before) return ask(talk, before);
  return ask(talk, contentSlot, [paragraph(tools.say(request.language, "feedback-at-beginning"))]);
}

/** The slot that "sửa lĩnh vực" means; "which" when it names none. */
function readChange(folded: string): Slot<UnsentFeedback> | "which" | undefined {
  const [matched, item] =
    /^(?:sua|doi|chinh|sua lai|change|edit)(?: lai| the)?(?: (.+))?$/.exec(folded) ?? [];
  if (matched === undefined) return undefined;
  if (item === undefined) return "which";
  const name = Object.entries(changeableSlots).find(([, words]) => words.some((word) => word === item))?.[0];
  return feedbackSlots.find((slot) => slot.name === name);
}

/** A question is no place to hold up somebody in danger: the answer is taken, and they are told whom to call. */
async function warnOfEmergency({ request, tools }: FeedbackTalk): Promise<Block[]> {
  const { person, conversationId, now, language } = request;
  await tools.guidances.add({ person, conversationId, kind: "emergency", saidAt: now });
  return [paragraph(tools.say(language, "guided-emergency"), "warning")];
}
