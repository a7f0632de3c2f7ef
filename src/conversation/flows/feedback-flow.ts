import { isOpen } from "../../domain/feedback/case-states.ts";
import type { ConversationForm } from "../conversation-state.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools, FormFlow } from "../flow.ts";
import { readFormCommand } from "./feedback/answer-button.ts";
import { contentSlot } from "./feedback/content-slot.ts";
import { fieldSlot } from "./feedback/field-slot.ts";
import { privacySlot } from "./feedback/privacy-slot.ts";
import { feedbackSlots } from "./feedback/feedback-slots.ts";
import {
  ask,
  askedSlot,
  askWhatToChange,
  goOn,
  notThereAnyMore,
  offerToGoOn,
  type FeedbackTalk,
} from "./feedback/feedback-talk.ts";
import { outsideMatterOf } from "./feedback/outside-matter.ts";
import { readInto } from "./feedback/read-into.ts";
import { readOpening } from "./feedback/read-opening.ts";
import { sendFeedback } from "./feedback/send-feedback.ts";
import { cancel, goBack } from "./feedback/steering.ts";
import { takeAnswer } from "./feedback/take-answer.ts";
import { nothingWritten, type KeptFeedback } from "./feedback/unsent-feedback.ts";
import { guidedElsewhereFlow } from "./guided-elsewhere-flow.ts";
import { addInformation } from "./own-case-deeds.ts";
import { findOwnCase } from "./own-case.ts";

/** "Tôi muốn góp ý", /phananh, and every press that belongs to the form. */
export const feedbackFlow: Flow = async (request, tools) => {
  const pressed = readFormCommand(request.understanding.text);
  if (!pressed) return begin(request, tools);
  const kept = await tools.unsentFeedback.current(request.conversationId, request.now);
  if (pressed.verb === "gui") return sendFeedback(pressed.words, kept, request, tools);
  if (!kept) return notThereAnyMore(request, tools);
  return obey(pressed, { kept, request, tools });
};

/** Feedback being written: free words may say anything, only commands and presses of something else turn away. */
export const feedbackForm: FormFlow = {
  async answer(request, tools) {
    const { text, intent } = request.understanding;
    const kept = await tools.unsentFeedback.current(request.conversationId, request.now);
    const isBegun = text.trimStart().startsWith("/") && intent === "feedback_new";
    return kept && !isBegun ? takeAnswer({ kept, request, tools }) : feedbackFlow(request, tools);
  },
  leaves: ({ text, intent, confidence }, { kind }, form) =>
    text.trimStart().startsWith("/")
      ? !staysFor.has(intent)
      : kind === "text" && offersChoices(form) && asides.has(intent) && confidence >= surelyAside,
  async again(request, tools) {
    const kept = await tools.unsentFeedback.current(request.conversationId, request.now);
    return kept ? ask({ kept, request, tools }, askedSlot(request)) : { replies: [] };
  },
};

/** Whether it asks for one of a list, so that words beside the list are no answer. */
function offersChoices(form: ConversationForm): boolean {
  return form.kind === "feedback" && (form.asking === fieldSlot.name || form.asking === privacySlot.name);
}

const asides: ReadonlySet<string> = new Set(["office_info", "procedure_info", "statistics"]);
/** A question this plain is no clumsy answer: "xin cấp lý lịch tư pháp" is the field. */
const surelyAside = 0.86;

const staysFor: ReadonlySet<string> = new Set(["feedback_new", "cancel", "back", "unknown"]);

/** Feedback begun before is shown first; what was said now waits beside it. */
async function begin(request: FlowRequest, tools: FlowTools): Promise<FlowResult> {
  const { understanding, conversationId, now, state } = request;
  const { content } = readOpening(understanding.text);
  const kept = await tools.unsentFeedback.current(conversationId, now);
  if (kept?.answers.content !== undefined) {
    if (outsideMatterOf(understanding)) return guidedElsewhereFlow(request, tools);
    const answers = { ...kept.answers, setAside: content };
    await tools.unsentFeedback.keep(kept.id, answers, kept.updatedAt);
    return offerToGoOn({ kept: { ...kept, answers }, request, tools });
  }
  const begun = kept ?? (await tools.unsentFeedback.start(conversationId, nothingWritten, now));
  const form = { kind: "feedback" as const, asking: contentSlot.name };
  return takeAnswer({ kept: begun, request: { ...request, state: { ...state, form } }, tools });
}

async function obey(
  { verb, words }: { verb: string; words: string },
  talk: FeedbackTalk,
): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { conversationId, now } = request;
  const { setAside, ...answers } = kept.answers;
  const takeSetAside = (next: KeptFeedback) => readInto(contentSlot, setAside ?? "", { ...talk, kept: next });
  switch (verb) {
    case "tiep":
      return goOn(talk, answers);
    case "moi":
      return takeSetAside(await tools.unsentFeedback.start(conversationId, nothingWritten, now));
    case "chigopy":
      if (answers.content !== undefined && askedSlot(request) !== contentSlot) return offerToGoOn(talk);
      return takeSetAside({
        ...kept,
        answers: { ...answers, isFeedbackIndeed: setAside !== undefined },
      });
    case "huy":
      return cancel(talk);
    case "lai":
      return goBack(talk);
    case "sua": {
      const slot = feedbackSlots.find(({ name }) => name === words);
      return slot ? ask(talk, slot) : askWhatToChange(talk);
    }
    case "bosung":
      return addToOwn(words, talk);
    default: {
      const slot = feedbackSlots.find(({ name }) => name === verb);
      return slot ? readInto(slot, words, talk) : notThereAnyMore(request, tools);
    }
  }
}

/** What was written becomes information added to a case of their own, unless that has ended meanwhile. */
async function addToOwn(code: string, talk: FeedbackTalk): Promise<FlowResult> {
  const { kept, request, tools } = talk;
  const { content: text = "", attachmentIds } = kept.answers;
  const own = await findOwnCase(code, request, tools);
  const added =
    own && isOpen(own.matter.status)
      ? await addInformation(code, { text, attachmentIds }, request, tools)
      : undefined;
  if (!added) return goOn(talk, { ...kept.answers, sameAs: undefined });
  await tools.unsentFeedback.forget(kept.id);
  return added;
}

/** Shows feedback that somebody had begun, where words by themselves mean nothing else. */
export function offeringUnsent(flow: Flow): Flow {
  return async (request, tools) => {
    const kept = await tools.unsentFeedback.current(request.conversationId, request.now);
    return kept?.answers.content === undefined ? flow(request, tools) : offerToGoOn({ kept, request, tools });
  };
}
