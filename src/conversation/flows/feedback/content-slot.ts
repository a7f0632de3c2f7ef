import type { Reading, Slot } from "../../forms/form.ts";
import { paragraph } from "../../reply.ts";
import { guideElsewhere } from "../guided-elsewhere-flow.ts";
import { outsideMatterOf } from "./outside-matter.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

/** In characters. */
const longestContent = 5_000;

/** What happened. Matters that have a way of their own by law are not taken, unless the person says that this is none. */
export const contentSlot: Slot<UnsentFeedback> = {
  name: "noidung",
  isAsked: () => true,
  isAnswered: ({ content }) => content !== undefined,
  ask: ({ answers, request: { language }, tools: { say } }) => [
    paragraph(
      say(language, answers.content === undefined ? "feedback-ask-content" : "feedback-ask-content-anew"),
      "strong",
    ),
    ...(answers.content === undefined
      ? [
          paragraph(say(language, "feedback-how")),
          paragraph(say(language, "feedback-notice-short"), "muted" as const),
        ]
      : []),
  ],
  async read(words, { answers, request, tools }): Promise<Reading<UnsentFeedback>> {
    const { say } = tools;
    const { language } = request;
    const { length } = words;
    if (length > longestContent)
      return misread(
        say(language, "feedback-too-long", { length: String(length), most: String(longestContent) }),
      );
    if (!/\p{L}{2}/u.test(words)) return misread(say(language, "feedback-no-words"));
    const outside = answers.isFeedbackIndeed ? undefined : outsideMatterOf(request.understanding);
    if (outside)
      return {
        kind: "stopped",
        answers: { ...answers, setAside: words },
        blocks: await guideElsewhere(outside, request, tools),
      };
    return { kind: "read", answers: { ...answers, content: words.trim(), sameAs: undefined } };
  },
};

function misread(sentence: string): Reading<UnsentFeedback> {
  return { kind: "misread", blocks: [paragraph(sentence, "warning")] };
}
