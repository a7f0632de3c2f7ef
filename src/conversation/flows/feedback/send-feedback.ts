import { isOpen } from "../../../domain/feedback/case-states.ts";
import {
  feedbackSources,
  type FeedbackCase,
  type FeedbackSource,
} from "../../../domain/feedback/feedback.ts";
import { noticeVersion } from "../../../domain/people/consent.ts";
import { fileFeedback, type FeedbackDraft } from "../../../domain/feedback/file-feedback.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../../flow.ts";
import { nextQuestion } from "../../forms/form.ts";
import { paragraph } from "../../reply.ts";
import { feedbackSlots } from "./feedback-slots.ts";
import { ask, notThereAnyMore, type FeedbackTalk } from "./feedback-talk.ts";
import type { KeptFeedback } from "./unsent-feedback.ts";

/** Files what was confirmed, once: a second press finds the case it became. */
export async function sendFeedback(
  id: string,
  kept: KeptFeedback | undefined,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const code = await tools.unsentFeedback.sentAs(request.conversationId, id);
  const known = code === undefined ? undefined : await tools.feedback.find(code);
  if (known) return receipt(known.matter, "feedback-sent-before", request, tools);
  if (kept?.id !== id) return notThereAnyMore(request, tools);
  return fileKept({ kept, request, tools });
}

/** Files it when nothing is left to be asked. */
async function fileKept({ kept, request, tools }: FeedbackTalk): Promise<FlowResult> {
  const { answers, slot } = await nextQuestion(feedbackSlots, { answers: kept.answers, request, tools });
  const talk = { kept: { ...kept, answers }, request, tools };
  if (slot)
    return ask(talk, slot, [paragraph(tools.say(request.language, "feedback-not-complete"), "warning")]);
  if (answers.toldOf !== noticeVersion)
    return ask(talk, undefined, [paragraph(tools.say(request.language, "feedback-notice-new"), "warning")]);
  const { person, channel, now, language, conversationId } = request;
  const actor = { kind: "citizen" as const, person };
  const { matter } = await fileFeedback(await draftOf(talk), { actor, channel, now }, tools);
  await tools.unsentFeedback.sent(kept.id, matter.id);
  await tools.consents.record({
    feedbackId: matter.id,
    conversationId,
    version: noticeVersion,
    language,
    words: tools.say(language, "feedback-notice", { agency: tools.agencyName }),
    channel,
    at: now,
  });
  return receipt(matter, "feedback-sent", request, tools);
}

async function draftOf({ kept: { id, answers }, request, tools }: FeedbackTalk): Promise<FeedbackDraft> {
  const { channel, conversationId, person, now } = request;
  const isAnonymous = answers.privacy === "anonymous";
  const main = answers.sameAs ? (await tools.feedback.find(answers.sameAs))?.matter : undefined;
  return {
    source: isSource(channel) ? channel : "other",
    sourceCode: `chat:${id}`,
    kind: answers.kind,
    urgency: "normal",
    content: answers.content ?? "",
    field: answers.field ?? null,
    place: answers.place ?? {},
    dossierCode: answers.dossierCode ?? null,
    receivedAt: now,
    person,
    conversationId,
    senderName: (!isAnonymous && answers.contact?.name) || null,
    senderPhone: (!isAnonymous && answers.contact?.phone) || null,
    privacy: answers.privacy ?? "agency",
    // The other may have been answered while this one was written.
    joinedToId: main && isOpen(main.status) ? main.id : null,
    attachmentIds: answers.attachmentIds,
  };
}

function isSource(channel: string): channel is FeedbackSource {
  return feedbackSources.some((source) => source === channel);
}

/** The code, the promise and how to follow it. */
function receipt(
  matter: FeedbackCase,
  done: "feedback-sent" | "feedback-sent-before",
  { language }: FlowRequest,
  { say, agencyName }: FlowTools,
): FlowResult {
  const { code, dueAt, promise, unitName, isDemonstration } = matter;
  return {
    replies: [
      {
        evidence: { of: code },
        blocks: [
          paragraph(say(language, done, { code }), "strong"),
          ...(dueAt
            ? [
                paragraph(
                  say(language, "feedback-promise", { at: showMoment(say, language, dueAt) }),
                  "strong" as const,
                ),
              ]
            : []),
          ...(promise?.isExpected ? [paragraph(say(language, "deadline-expected"), "warning" as const)] : []),
          paragraph(
            unitName
              ? say(language, "feedback-sent-to", { unit: unitName })
              : say(language, "feedback-sent-to-duty", { agency: agencyName }),
          ),
          paragraph(say(language, "feedback-follow", { code })),
          ...(isDemonstration ? [paragraph(say(language, "case-demonstration"), "muted" as const)] : []),
          {
            kind: "buttons",
            buttons: [
              { label: say(language, "case-button-why"), say: `/traphananh ${code} hen` },
              { label: say(language, "case-button-show"), say: `/traphananh ${code}` },
            ],
          },
        ],
      },
    ],
    state: { form: { kind: "feedback-sent", code } },
  };
}
