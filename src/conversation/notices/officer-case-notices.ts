import type { caseNoticeKinds, CaseNoticeFacts, CaseNoticeKind } from "../../domain/feedback/case-notices.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { excerpt } from "../answers/excerpt.ts";
import { maskPersonal } from "../answers/mask-personal.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import type { Composer, ComposingContext } from "./composer.ts";

type StaffNoticeKind = {
  [Kind in CaseNoticeKind]: (typeof caseNoticeKinds)[Kind] extends "citizen" ? never : Kind;
}[CaseNoticeKind];

interface Telling extends ComposingContext {
  facts: CaseNoticeFacts;
}

const longestContent = 300;

/** What officers and their heads are told of a case unasked, one composer a kind. */
export const officerCaseComposers: Record<StaffNoticeKind, Composer> = {
  "case-assigned": composer("work-notice-assigned", ["nhan", "saiphong", "xem"]),
  "case-joined": composer("work-notice-joined", ["xem"]),
  "case-campaign": composer("work-notice-campaign", ["xem"]),
  "case-information": composer("work-notice-information", ["xem", "soan"]),
  "case-withdrawn": composer("work-notice-withdrawn", ["xem"]),
  "case-draft-returned": composer("work-notice-draft-returned", ["soan", "xem"]),
  "case-extension-denied": composer("work-notice-extension-denied", ["soan", "xem"]),
  "case-pause-ended": composer("work-notice-pause-ended", ["tiep", "soan", "xem"]),
  "case-extension-to-decide": composer("work-notice-extension-to-decide", [
    "dongygiahan",
    "tuchoigiahan",
    "xem",
  ]),
  "case-answer-to-approve": composer("work-notice-answer-to-approve", ["gui", "tralai", "xem"]),
  "case-reopening-to-judge": composer("work-notice-reopening-to-judge", ["molai", "khongmolai", "xem"]),
};

type Deed =
  | "nhan"
  | "saiphong"
  | "xem"
  | "soan"
  | "tiep"
  | "gui"
  | "tralai"
  | "dongygiahan"
  | "tuchoigiahan"
  | "molai"
  | "khongmolai";

function composer(
  sentence:
    | "work-notice-assigned"
    | "work-notice-joined"
    | "work-notice-campaign"
    | "work-notice-information"
    | "work-notice-withdrawn"
    | "work-notice-draft-returned"
    | "work-notice-extension-denied"
    | "work-notice-pause-ended"
    | "work-notice-extension-to-decide"
    | "work-notice-answer-to-approve"
    | "work-notice-reopening-to-judge",
  deeds: readonly Deed[],
): Composer {
  return (facts, context) => {
    const telling: Telling = { ...context, facts: facts as unknown as CaseNoticeFacts };
    const { say, language } = telling;
    const { code, content, words, dueAt, detail, isDemonstration } = telling.facts;
    const blocks: Block[] = [
      paragraph(
        say(language, sentence, {
          code,
          due: dueAt ? showMoment(say, language, new Date(dueAt)) : "",
          days: typeof detail.workingDays === "number" ? String(detail.workingDays) : "",
        }),
        "strong",
      ),
      paragraph(excerpt(maskPersonal(content), longestContent)),
      ...(words ? [paragraph(say(language, "work-notice-words", { words: maskPersonal(words) }))] : []),
      ...(isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
      { kind: "buttons", buttons: deeds.map((deed) => button(deed, telling)) },
    ];
    return { blocks };
  };
}

function button(deed: Deed, { facts: { code, version }, say, language }: Telling): Button {
  return {
    label: say(language, `work-button-${deed}`),
    say: deed === "xem" ? `/viec xem ${code}` : `/viec ${deed} ${code} ${version}`,
  };
}
