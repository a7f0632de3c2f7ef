import { nearMiss, readDossierCode } from "../../../domain/dossiers/dossier-code.ts";
import type { Slot } from "../../forms/form.ts";
import { passesOver } from "../../forms/skip-words.ts";
import { paragraph } from "../../reply.ts";
import { answerButton } from "./answer-button.ts";
import type { UnsentFeedback } from "./unsent-feedback.ts";

const name = "hoso";
const speaksOfDossier = /\b(ho so|bien nhan|giay tiep nhan|giay hen|dossier|application)\b/;

/** The dossier it is about: asked only when the text speaks of one. Whether the code exists is not told. */
export const dossierSlot: Slot<UnsentFeedback> = {
  name,
  isAsked: () => true,
  isAnswered: ({ dossierCode }) => dossierCode !== undefined,
  settle: async ({ answers, tools }) => {
    const content = answers.content ?? "";
    const isMeant =
      readDossierCode(content) !== undefined ||
      nearMiss(content) !== undefined ||
      speaksOfDossier.test(tools.fold(content));
    return isMeant ? undefined : { ...answers, dossierCode: null };
  },
  ask({ answers, request: { language }, tools: { say } }) {
    const content = answers.content ?? "";
    const code = readDossierCode(content);
    if (code)
      return [
        paragraph(say(language, "feedback-ask-dossier-found", { code }), "strong"),
        {
          kind: "buttons",
          buttons: [
            answerButton(say(language, "feedback-button-dossier-yes", { code }), name, code),
            answerButton(say(language, "feedback-button-dossier-no"), name, "khong"),
          ],
        },
      ];
    const fault = nearMiss(content);
    return [
      paragraph(say(language, fault ? "feedback-ask-dossier-slip" : "feedback-ask-dossier"), "strong"),
      ...(fault ? [paragraph(say(language, `dossier-code-${fault}`))] : []),
      {
        kind: "buttons",
        buttons: [answerButton(say(language, "feedback-button-skip"), name, "bo qua")],
      },
    ];
  },
  read(words, { answers, request: { language, understanding }, tools: { fold, say } }) {
    const isYes = understanding.intent === "confirm";
    const dossierCode = passesOver(fold(words))
      ? null
      : readDossierCode(isYes ? (answers.content ?? "") : words);
    if (dossierCode === undefined)
      return {
        kind: "misread",
        blocks: [
          paragraph(say(language, "dossier-code-malformed"), "warning"),
          paragraph(say(language, `dossier-code-${nearMiss(words) ?? "agency"}`)),
        ],
      };
    return { kind: "read", answers: { ...answers, dossierCode, sameAs: undefined } };
  },
};
