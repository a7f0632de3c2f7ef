import { refusalGrounds, type RefusalGround } from "../../../domain/feedback/case-action.ts";
import { longestExtension } from "../../../domain/feedback/officer-actions.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../../flow.ts";
import { paragraph, type Block } from "../../reply.ts";
import type { WordsForm } from "./do-work.ts";

/** Deeds that need words before they are done. */
export const wordDeeds = [
  "hoi",
  "coquan",
  "giahan",
  "soan",
  "tralai",
  "tuchoi",
  "chuyenngoai",
  "ghichu",
  "molai",
  "khongmolai",
] as const;
export type WordDeed = (typeof wordDeeds)[number];

const mayBeAskedFor = Array.from({ length: longestExtension }, (_, index) => String(index + 1));

/** Asks for the words of a deed, or first for what they are about: how many days, on what ground. */
export function askWords(
  deed: WordDeed,
  { code, version, rest }: { code: string; version: number; rest: readonly string[] },
  request: FlowRequest,
  tools: FlowTools,
): FlowResult {
  const { language } = request;
  const { say } = tools;
  const choice = rest[0] ?? "";
  if (deed === "giahan" && !mayBeAskedFor.includes(choice))
    return {
      replies: [
        {
          blocks: [
            paragraph(say(language, "work-ask-giahan-days", { code }), "strong"),
            {
              kind: "buttons",
              buttons: [3, 5, 10].map((days) => ({
                label: say(language, "work-button-days", { days: String(days) }),
                say: `/viec giahan ${code} ${version} ${days}`,
              })),
            },
          ],
        },
      ],
    };
  const ground = refusalGrounds.find((known) => known === choice);
  if (deed === "tuchoi" && !ground)
    return {
      replies: [
        {
          blocks: [
            paragraph(say(language, "work-ask-tuchoi-ground", { code }), "strong"),
            {
              kind: "buttons",
              buttons: refusalGrounds.map((known: RefusalGround) => ({
                label: say(language, `work-ground-${known}`),
                say: `/viec tuchoi ${code} ${version} ${known}`,
              })),
            },
          ],
        },
      ],
    };
  return asked({ kind: "case-words", deed, code, version, choice }, request, tools);
}

/** The question itself, with the form that waits for its answer. */
export function asked(
  form: WordsForm,
  { language }: FlowRequest,
  { say }: FlowTools,
  ...before: Block[]
): FlowResult {
  const { deed, code, choice } = form;
  const question =
    deed === "giahan"
      ? say(language, "work-ask-giahan", { code, days: choice })
      : deed === "coquan"
        ? say(language, "work-ask-coquan")
        : deed === "chuyenngoai"
          ? say(language, "work-ask-chuyenngoai")
          : say(language, `work-ask-${deed}`, { code });
  return {
    replies: [
      { blocks: [...before, paragraph(question, "strong"), paragraph(say(language, "can-cancel"), "muted")] },
    ],
    state: { form },
  };
}
