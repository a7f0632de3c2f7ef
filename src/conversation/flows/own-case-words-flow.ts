import type { ConversationFormOf } from "../conversation-state.ts";
import { albumOf } from "../beyond-text.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { addInformation, confirmWithdrawal, requestReopening, withdraw } from "./own-case-deeds.ts";
import { findOwnCase, notShown } from "./own-case.ts";
import { takeRating } from "./survey-flow.ts";

type OwnCaseForm = ConversationFormOf<"own-case-words">;

/** The words that a deed on a case of one's own still needs. Pictures and files are gathered until words or "Gửi" come. */
export const ownCaseWordsFlow: Flow = async (request, tools) => {
  const { form } = request.state;
  if (form?.kind !== "own-case-words") throw new Error("No words were asked for.");
  return (await answerForm(form, request, tools)) ?? notShown(request, tools);
};

async function answerForm(
  form: OwnCaseForm,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const { code } = form;
  const words = form.action === "add" ? wordsOf(request, tools) : request.understanding.text.trim();
  if (form.action === "add" && request.content.kind === "media") return gather(form, words, request, tools);
  if (!words) return wordsNeeded(form, request, tools);
  switch (form.action) {
    case "add":
      return sendGathered(form, words, request, tools);
    case "reopen":
      return requestReopening(code, words, request, tools);
    case "rate":
      return takeRating(code, { kind: "reason", reason: "other", words }, request, tools);
    case "withdraw": {
      if (request.understanding.intent === "confirm") return withdraw(code, form.words, request, tools);
      const file = await findOwnCase(code, request, tools);
      return file && confirmWithdrawal(file, words, request, tools);
    }
  }
}

/** Sends the officer the files gathered so far together with the words. */
export function sendGathered(
  form: OwnCaseForm,
  words: string,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const text = [form.words, words].filter(Boolean).join("\n");
  return addInformation(form.code, { text, attachmentIds: form.attachmentIds ?? [] }, request, tools);
}

/** Keeps what came along. The rest of an album is kept in silence. */
function gather(form: OwnCaseForm, words: string, request: FlowRequest, { say }: FlowTools): FlowResult {
  const { content, language, state } = request;
  const album = albumOf(content);
  const attachmentIds = [...(form.attachmentIds ?? []), ...request.attachmentIds];
  const text = [form.words, words].filter(Boolean).join("\n");
  const next: OwnCaseForm = { ...form, attachmentIds, ...(text && { words: text }) };
  if (album !== undefined && album === state.album) return { replies: [], state: { form: next } };
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "case-add-collected", { count: String(attachmentIds.length) }), "strong"),
          ...(text ? [paragraph(say(language, "case-add-draft", { words: text }))] : []),
          {
            kind: "buttons",
            buttons: [{ label: say(language, "case-button-send"), say: `/bosung ${form.code} gui` }],
          },
        ],
      },
    ],
    state: { form: next },
  };
}

function wordsNeeded(form: OwnCaseForm, { language }: FlowRequest, { say }: FlowTools): FlowResult {
  return { replies: [{ blocks: [paragraph(say(language, "words-needed"))] }], state: { form } };
}

/** What was written, or the place that was shared, as words. */
function wordsOf({ content, understanding, language }: FlowRequest, { say }: FlowTools): string {
  if (content.kind === "position")
    return say(language, "case-add-position", {
      latitude: String(content.latitude),
      longitude: String(content.longitude),
    });
  return understanding.text.trim();
}
