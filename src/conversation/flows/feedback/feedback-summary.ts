import type { FlowRequest, FlowTools } from "../../flow.ts";
import { excerpt } from "../../answers/excerpt.ts";
import { paragraph, type Block } from "../../reply.ts";
import { formCommand } from "./answer-button.ts";
import type { KeptFeedback, UnsentFeedback } from "./unsent-feedback.ts";

const longestShown = 600;

/** All that is about to be sent, who will know what of it, and what the law has told before: one press sends it. */
export function feedbackSummary(
  { id, answers }: KeptFeedback,
  request: FlowRequest,
  tools: FlowTools,
): Block[] {
  const { say, agencyName } = tools;
  const { language } = request;
  const privacy = answers.privacy ?? "agency";
  return [
    paragraph(say(language, "feedback-summary"), "strong"),
    { kind: "facts", facts: feedbackFacts(answers, request, tools) },
    paragraph(say(language, `feedback-known-${privacy}`, { agency: agencyName })),
    paragraph(say(language, "feedback-notice", { agency: agencyName }), "muted"),
    {
      kind: "buttons",
      buttons: [
        { label: say(language, "feedback-button-send"), say: formCommand("gui", id) },
        { label: say(language, "feedback-button-change"), say: formCommand("sua") },
        { label: say(language, "feedback-button-cancel"), say: formCommand("huy") },
      ],
    },
  ];
}

/** What has been answered so far. */
export function feedbackFacts(
  answers: UnsentFeedback,
  { language }: FlowRequest,
  { say }: FlowTools,
): { label: string; value: string }[] {
  const none = say(language, "feedback-none");
  const contact = answers.privacy === "anonymous" ? undefined : answers.contact;
  const rows: [label: string, value: string | undefined][] = [
    [say(language, "case-fact-content"), answers.content && excerpt(answers.content, longestShown)],
    [
      say(language, "feedback-fact-files"),
      answers.attachmentIds.length > 0 ? String(answers.attachmentIds.length) : undefined,
    ],
    [say(language, "case-fact-field"), answers.field === null ? none : answers.field],
    [
      say(language, "case-fact-place"),
      answers.place === null ? none : answers.place && showPlace(answers.place),
    ],
    [say(language, "case-fact-dossier"), answers.dossierCode ?? undefined],
    [say(language, "feedback-fact-same"), answers.sameAs ? say(language, "feedback-same-joined") : undefined],
    [
      say(language, "feedback-fact-privacy"),
      answers.privacy && say(language, `feedback-privacy-${answers.privacy}`),
    ],
    [
      say(language, "feedback-fact-answer"),
      answers.privacy &&
        [say(language, "feedback-answer-here"), contact?.name, contact?.phone].filter(Boolean).join(", "),
    ],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function showPlace({ words, latitude, longitude }: NonNullable<UnsentFeedback["place"]>): string {
  const position =
    latitude !== undefined && longitude !== undefined ? `${latitude}, ${longitude}` : undefined;
  return [words, position].filter(Boolean).join(" – ");
}
