import { comparedDays, findSimilar, type SimilarCase } from "../../../domain/feedback/similar-feedback.ts";
import { dayOf, showDay } from "../../../domain/vietnam-time.ts";
import { excerpt } from "../../answers/excerpt.ts";
import type { Filling, Slot } from "../../forms/form.ts";
import { paragraph, type Block, type Button } from "../../reply.ts";
import { answerButton, formCommand } from "./answer-button.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "trung";
const otherMatter = "viec khac";
const longestExcerpt = 100;
const dayMs = 24 * 60 * 60_000;

/** Whether it is a matter that is known already: asked only when there is one like it. Never tells who sent that. */
export const samenessSlot: Slot<UnsentFeedback> = {
  name,
  isAsked: () => true,
  isAnswered: ({ sameAs }) => sameAs !== undefined,
  settle: async (filling) =>
    (await similarTo(filling)).length === 0 ? { ...filling.answers, sameAs: null } : undefined,
  async ask(filling) {
    const { say } = filling.tools;
    const { language } = filling.request;
    const similar = await similarTo(filling);
    return [
      ...similar.flatMap((one) => tell(one, filling)),
      {
        kind: "buttons",
        buttons: [
          ...similar.map((one) => actOn(one, filling)),
          answerButton(say(language, "feedback-button-other-matter"), name, otherMatter),
        ],
      },
    ];
  },
  async read(words, filling) {
    const { answers, request, tools } = filling;
    const folded = tools.fold(words);
    const similar = await similarTo(filling);
    if (folded === otherMatter || request.understanding.intent === "deny" || similar.length === 0)
      return { kind: "read", answers: { ...answers, sameAs: null } };
    // A case that was not shown, or has ended since, cannot be joined.
    const meant = similar.find(({ matter }) => tools.fold(matter.code) === folded);
    if (meant && !meant.isOwn) return { kind: "read", answers: { ...answers, sameAs: meant.matter.code } };
    return {
      kind: "misread",
      blocks: [paragraph(tools.say(request.language, "feedback-same-unread"), "warning")],
    };
  },
};

async function similarTo({ answers, request, tools }: Filling<UnsentFeedback>): Promise<SimilarCase[]> {
  const attributes = {
    content: answers.content ?? "",
    field: answers.field ?? null,
    place: answers.place ?? {},
    dossierCode: answers.dossierCode ?? null,
    person: request.person,
  };
  const since = new Date(request.now.getTime() - comparedDays * dayMs);
  return findSimilar(attributes, await tools.feedback.candidates(attributes, since), tools.fold);
}

function tell(
  { matter, isOwn }: SimilarCase,
  { request: { language }, tools: { say } }: Filling<UnsentFeedback>,
): Block[] {
  const day = showDay(dayOf(matter.receivedAt));
  const words = masked(excerpt(matter.content, longestExcerpt));
  if (isOwn)
    return [
      paragraph(say(language, "feedback-similar-own", { day, code: matter.code }), "strong"),
      paragraph(say(language, "feedback-similar-words", { words })),
    ];
  return [
    paragraph(say(language, "feedback-similar-other"), "strong"),
    paragraph(
      matter.field === null
        ? say(language, "feedback-similar-facts", { words, day })
        : say(language, "feedback-similar-facts-field", { words, day, field: matter.field }),
    ),
  ];
}

function actOn(
  { matter, isOwn }: SimilarCase,
  { request: { language }, tools: { say } }: Filling<UnsentFeedback>,
): Button {
  return isOwn
    ? {
        label: say(language, "feedback-button-add-to", { code: matter.code }),
        say: formCommand("bosung", matter.code),
      }
    : answerButton(say(language, "feedback-button-me-too"), name, matter.code);
}

/** Numbers that could tell who somebody is are not shown to others. */
function masked(text: string): string {
  return text.replaceAll(/\d(?:[\s.-]?\d){5,}/g, "•••");
}
