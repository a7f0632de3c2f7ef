import { privacyGrades, type Privacy } from "../../../domain/feedback/feedback.ts";
import type { Slot } from "../../forms/form.ts";
import { paragraph } from "../../reply.ts";
import { answerButton } from "./answer-button.ts";
import { privacyOf } from "./read-opening.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "rieng";
const pressed: Record<Privacy, string> = {
  public: "cong khai ten",
  agency: "chi co quan biet",
  anonymous: "an danh",
};

/** Who learns the person's name: everyone, the agency, or nobody. */
export const privacySlot: Slot<UnsentFeedback> = {
  name,
  isAsked: () => true,
  isAnswered: ({ privacy }) => privacy !== undefined,
  ask: ({ request: { language }, tools: { say } }) => [
    paragraph(say(language, "feedback-ask-privacy"), "strong"),
    { kind: "list", items: privacyGrades.map((grade) => say(language, `feedback-privacy-${grade}-means`)) },
    {
      kind: "buttons",
      buttons: privacyGrades.map((grade) =>
        answerButton(say(language, `feedback-privacy-${grade}`), name, pressed[grade]),
      ),
    },
  ],
  read(words, { answers, request: { language }, tools: { fold, say } }) {
    const folded = fold(words);
    const privacy = privacyOf(folded) ?? (/^(cong khai|public)$/.test(folded) ? "public" : undefined);
    return privacy
      ? { kind: "read", answers: { ...answers, privacy } }
      : { kind: "misread", blocks: [paragraph(say(language, "feedback-privacy-unknown"), "warning")] };
  },
};
