import type { RefusalGround } from "../../domain/feedback/case-action.ts";
import type { caseNoticeKinds, CaseNoticeFacts, CaseNoticeKind } from "../../domain/feedback/case-notices.ts";
import { closesAfterWorkingDays } from "../../domain/feedback/upkeep-cases.ts";
import { addDays, dayOf, showDay } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { MessageKey, Variables } from "../../wording/wording.ts";
import { excerpt } from "../answers/excerpt.ts";
import { surveyButtons } from "../answers/survey-answer.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import type { Composer, ComposingContext } from "./composer.ts";

type CitizenNoticeKind = {
  [Kind in CaseNoticeKind]: (typeof caseNoticeKinds)[Kind] extends "citizen" ? Kind : never;
}[CaseNoticeKind];

/** The facts of a notice, put the way sentences need them. */
interface Telling extends ComposingContext {
  /** `say` in the person's language. */
  tell: <K extends MessageKey>(key: K, ...args: Variables<K>) => string;
  facts: CaseNoticeFacts;
  /** What most sentences name. */
  names: { code: string; unit: string; words: string; agency: string };
  /** Empty when nothing is promised. */
  due: string;
  /** The instant that the facts name as their end, and the last whole day before it. */
  until: { moment: string; lastDay: string };
}

/** What the person who sent a case is told of it unasked, one composer a kind. */
export const citizenCaseComposers: Record<CitizenNoticeKind, Composer> = {
  "case-accepted": composer((telling) => [
    strong(telling.tell("case-notice-accepted", telling.names)),
    ...due(telling, "case-notice-due"),
    buttons(show(telling), why(telling)),
  ]),
  "case-question": composer((telling) => [
    strong(telling.tell("case-notice-question", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.tell("case-notice-question-until", { until: telling.until.moment })),
    buttons(button(telling, "case-button-reply", "/bosung"), show(telling)),
  ]),
  "case-paused": composer((telling) => [
    strong(telling.tell("case-notice-paused", telling.names)),
    paragraph(telling.tell("case-notice-paused-until", { due: telling.due, until: telling.until.moment })),
    buttons(show(telling), why(telling)),
  ]),
  "case-extended": composer((telling) => [
    strong(
      telling.tell("case-notice-extended", {
        ...telling.names,
        days: String(telling.facts.detail.workingDays),
      }),
    ),
    ...due(telling, "case-notice-extended-due"),
    buttons(show(telling), why(telling)),
  ]),
  "case-answered": composer((telling) => [
    strong(telling.tell("case-notice-answered", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.tell("case-notice-reopen-until", { day: telling.until.lastDay })),
    paragraph(telling.tell("case-notice-closes", { days: String(closesAfterWorkingDays) }), "muted"),
    buttons(reopen(telling), show(telling)),
  ]),
  "case-refused": composer((telling) => [
    strong(telling.tell("case-notice-refused", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.tell(`case-ground-${telling.facts.detail.ground as RefusalGround}`)),
    paragraph(telling.tell("case-notice-reopen-until", { day: telling.until.lastDay })),
    buttons(reopen(telling), show(telling)),
  ]),
  "case-forwarded": composer((telling) => [
    strong(telling.tell("case-notice-forwarded", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.tell("case-notice-forwarded-next", telling.names)),
    buttons(show(telling), reopen(telling)),
  ]),
  "case-reopened": composer((telling) => [
    strong(telling.tell("case-notice-reopened", telling.names)),
    paragraph(telling.tell("case-reason", telling.names)),
    ...due(telling, "case-notice-extended-due"),
    paragraph(telling.tell("case-notice-reopened-kept")),
    buttons(show(telling), why(telling)),
  ]),
  "case-reopening-denied": composer((telling) => [
    strong(telling.tell("case-notice-reopening-denied", telling.names)),
    paragraph(telling.tell("case-reason", telling.names)),
    paragraph(
      telling.tell("case-notice-reopening-denied-next", { ...telling.names, day: telling.until.lastDay }),
    ),
    buttons(show(telling), reopen(telling)),
  ]),
  "case-survey": composer((telling) => survey(telling, "case-notice-survey")),
  "case-survey-again": composer((telling) => survey(telling, "case-notice-survey-again")),
};

function composer(compose: (telling: Telling) => Block[]): Composer {
  return (planned, context) => {
    const { say, language } = context;
    const facts = planned as unknown as CaseNoticeFacts;
    const { code, unitName, words, detail, dueAt, until, isDemonstration } = facts;
    const moment = (iso: string | null) => (iso === null ? "" : showMoment(say, language, new Date(iso)));
    const blocks = compose({
      ...context,
      tell: (key, ...args) => say(language, key, ...args),
      facts,
      names: {
        code,
        unit: unitName ?? say(language, "case-agency"),
        words: words ?? "",
        agency: String(detail.agency),
      },
      due: moment(dueAt),
      until: {
        moment: moment(until),
        lastDay: until === null ? "" : showDay(addDays(dayOf(new Date(until)), -1)),
      },
    });
    return {
      evidence: { of: code },
      blocks: isDemonstration ? [...blocks, paragraph(say(language, "case-demonstration"), "muted")] : blocks,
    };
  };
}

function survey(telling: Telling, key: "case-notice-survey" | "case-notice-survey-again"): Block[] {
  const { tell, names, facts, until } = telling;
  return [
    strong(tell(key, names)),
    paragraph(tell("case-notice-about", { excerpt: excerpt(facts.content, 120) }), "muted"),
    paragraph(tell("case-notice-survey-until", { day: until.lastDay })),
    buttons(...surveyButtons(names.code, telling)),
  ];
}

function due({ tell, due: at }: Telling, key: "case-notice-due" | "case-notice-extended-due"): Block[] {
  return at ? [paragraph(tell(key, { due: at }))] : [];
}

function strong(text: string): Block {
  return paragraph(text, "strong");
}

function buttons(...all: Button[]): Block {
  return { kind: "buttons", buttons: all };
}

function show(telling: Telling): Button {
  return button(telling, "case-button-show", "/traphananh");
}

function reopen(telling: Telling): Button {
  return button(telling, "case-button-reopen", "/molai");
}

function why({ tell, names }: Telling): Button {
  return { label: tell("case-button-why"), say: `/traphananh ${names.code} hen` };
}

function button(
  { tell, names }: Telling,
  label: "case-button-reply" | "case-button-show" | "case-button-reopen",
  command: string,
): Button {
  return { label: tell(label), say: `${command} ${names.code}` };
}
