import { paragraph, type Block } from "../../reply.ts";
import type { FeedbackTalk } from "./feedback-talk.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const mostFiles = 10;

/** What came along, as far as it is kept. */
export function keepFiles(
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
