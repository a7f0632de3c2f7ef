import type { Slot } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph } from "../../reply.ts";
import { findCodes } from "../../understanding/find-codes.ts";
import { answerButton } from "./answer-button.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "lienhe";

/**
 * Who they are and on which number they may be called, besides the answer on this channel. A name that is to be
 * published must be given; who stays anonymous is not asked.
 */
export const contactSlot: Slot<UnsentFeedback> = {
  name,
  isAsked: ({ privacy }) => privacy !== "anonymous",
  isAnswered: ({ privacy, contact }) =>
    privacy === "public" ? contact?.name !== undefined : contact !== undefined,
  ask: ({ answers: { privacy }, request: { language }, tools: { say } }) =>
    privacy === "public"
      ? [paragraph(say(language, "feedback-ask-name"), "strong")]
      : [
          paragraph(say(language, "feedback-ask-contact"), "strong"),
          {
            kind: "buttons",
            buttons: [answerButton(say(language, "feedback-button-here"), name, "bo qua")],
          },
        ],
  read(words, { answers, request: { language }, tools: { fold, say } }) {
    const misread = (sentence: string) => ({
      kind: "misread" as const,
      blocks: [paragraph(sentence, "warning")],
    });
    if (passesOver(fold(words)))
      return answers.privacy === "public"
        ? misread(say(language, "feedback-name-missing"))
        : { kind: "read", answers: { ...answers, contact: null } };
    const { phone, spans } = findCodes(words);
    if (!phone && words.replaceAll(/\D/g, "").length >= 6)
      return misread(say(language, "feedback-phone-malformed"));
    const given = nameIn(spans.reduce((rest, span) => blank(rest, span), words));
    if (given === undefined && (!phone || answers.privacy === "public"))
      return misread(say(language, phone ? "feedback-name-missing" : "feedback-contact-unread"));
    const contact = {
      ...answers.contact,
      ...(given !== undefined && { name: given }),
      ...(phone && { phone }),
    };
    return { kind: "read", answers: { ...answers, contact } };
  },
};

function blank(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

const besideName =
  /(^|[\s,;:])(số điện thoại|điện thoại|sđt|sdt|đt|tôi tên là|tên tôi là|tôi là|em là|họ tên|tên là|tên|my name is|i am|phone)(?=[\s,;:]|$)/giu;

/** What is left of an answer as a person's name: a few words of letters. */
function nameIn(text: string): string | undefined {
  const bare = text
    .normalize("NFC")
    .replaceAll(besideName, " ")
    .replaceAll(/[\s,;:.–-]+/g, " ")
    .trim();
  return /^[\p{L}\p{M}'’ ]{2,80}$/u.test(bare) && bare.split(" ").length <= 7 ? bare : undefined;
}
