import type { FoldText } from "../../../domain/feedback/routing.ts";
import type { FlowTools } from "../../flow.ts";
import type { Slot } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph } from "../../reply.ts";
import { answerButton } from "./answer-button.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "linhvuc";
const mostOffered = 12;

/** Which field it is about: suggested from the text, confirmed by a tap. */
export const fieldSlot: Slot<UnsentFeedback> = {
  name,
  isAsked: () => true,
  isAnswered: ({ field }) => field !== undefined,
  // A deployment with no fields has none to choose from.
  settle: async ({ answers, tools }) => (tools.fields.length === 0 ? { ...answers, field: null } : undefined),
  ask({ answers, request: { language }, tools }) {
    const { say, fields, fold } = tools;
    const suggested = suggestField(answers.content ?? "", tools);
    const offered = [...new Set([...(suggested ? [suggested] : []), ...fields])].slice(0, mostOffered);
    return [
      paragraph(
        suggested
          ? say(language, "feedback-ask-field-suggested", { field: suggested })
          : say(language, "feedback-ask-field"),
        "strong",
      ),
      {
        kind: "buttons",
        buttons: [
          ...offered.map((field) =>
            answerButton(
              field === suggested ? say(language, "feedback-button-field-yes", { field }) : field,
              name,
              fold(field),
            ),
          ),
          answerButton(say(language, "feedback-button-unknown"), name, "khong ro"),
        ],
      },
    ];
  },
  read(words, { answers, request, tools }) {
    const folded = tools.fold(words);
    const isYes = request.understanding.intent === "confirm";
    const field = passesOver(folded)
      ? null
      : (findField(folded, tools.fields, tools.fold) ??
        (isYes ? suggestField(answers.content ?? "", tools) : undefined));
    if (field === undefined)
      return {
        kind: "misread",
        blocks: [paragraph(tools.say(request.language, "feedback-field-unknown"), "warning")],
      };
    return { kind: "read", answers: { ...answers, field, sameAs: undefined } };
  },
};

/** The field whose name the words are, begin, or hold, if it is the only one. */
function findField(folded: string, fields: readonly string[], fold: FoldText): string | undefined {
  const fitting = (fits: (name: string) => boolean) => {
    const found = fields.filter((field) => fits(fold(field)));
    return found.length === 1 ? found[0] : undefined;
  };
  return (
    fitting((field) => field === folded) ??
    (folded.length > 2 ? fitting((field) => field.startsWith(folded)) : undefined) ??
    fitting((field) => ` ${folded} `.includes(` ${field} `))
  );
}

/** Enough of the words must speak of a procedure for its field to be worth a question. */
const leastScore = 0.3;

function suggestField(content: string, { fields, fold, procedures }: FlowTools): string | undefined {
  const folded = ` ${fold(content)} `;
  const named = fields.find((field) => folded.includes(` ${fold(field)} `));
  if (named) return named;
  const [best] = procedures.search(procedures.read(content));
  return best && best.score >= leastScore ? best.procedure.field : undefined;
}
