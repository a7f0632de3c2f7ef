import { mayLieInVietnam } from "../../../domain/feedback/place.ts";
import type { Slot } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph } from "../../reply.ts";
import { answerButton } from "./answer-button.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "noi";
/** In characters. */
const longestPlace = 300;

/** Where it is: in words, or a position shared. */
export const placeSlot: Slot<UnsentFeedback> = {
  name,
  isAsked: () => true,
  isAnswered: ({ place }) => place !== undefined,
  ask: ({ request: { language }, tools: { say } }) => [
    paragraph(say(language, "feedback-ask-place"), "strong"),
    { kind: "buttons", buttons: [answerButton(say(language, "feedback-button-skip"), name, "bo qua")] },
  ],
  read(words, { answers, request: { content, language }, tools: { fold, say } }) {
    const misread = (sentence: string) => ({
      kind: "misread" as const,
      blocks: [paragraph(sentence, "warning")],
    });
    if (content.kind === "position") {
      if (!mayLieInVietnam(content)) return misread(say(language, "feedback-place-abroad"));
      const { latitude, longitude, title } = content;
      const known = title ?? answers.place?.words;
      const place = { latitude, longitude, ...(known !== undefined && { words: known }) };
      return { kind: "read", answers: { ...answers, place, sameAs: undefined } };
    }
    if (passesOver(fold(words)))
      return { kind: "read", answers: { ...answers, place: null, sameAs: undefined } };
    if (words.length > longestPlace)
      return misread(say(language, "feedback-place-too-long", { most: String(longestPlace) }));
    if (!/[\p{L}\p{N}]/u.test(words)) return misread(say(language, "feedback-place-no-words"));
    return {
      kind: "read",
      answers: { ...answers, place: { ...answers.place, words: words.trim() }, sameAs: undefined },
    };
  },
};
