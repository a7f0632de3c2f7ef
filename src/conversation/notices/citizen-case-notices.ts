import type { RefusalGround } from "../../domain/feedback/case-action.ts";
import type { caseNoticeKinds, CaseNoticeFacts, CaseNoticeKind } from "../../domain/feedback/case-notices.ts";
import { addDays, dayOf, showDay } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { excerpt } from "../answers/excerpt.ts";
import { surveyButtons } from "../answers/survey-answer.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import type { Composer, ComposingContext } from "./composer.ts";

type CitizenNoticeKind = {
  [Kind in CaseNoticeKind]: (typeof caseNoticeKinds)[Kind] extends "citizen" ? Kind : never;
}[CaseNoticeKind];

/** The facts of a notice with what composing needs of them at hand. */
interface Telling extends ComposingContext {
  facts: CaseNoticeFacts;
  /** Whom and what every sentence may name. */
  names: { code: string; unit: string; words: string };
  /** Empty when nothing is promised. */
  due: string;
  /** The instant the facts name as their end, and the last whole day before it. */
  until: { moment: string; lastDay: string };
}

/** What the person who sent a case is told of it unasked, one composer a kind. */
export const citizenCaseComposers: Record<CitizenNoticeKind, Composer> = {
  "case-accepted": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-accepted", telling.names)),
    ...due(telling, "case-notice-due"),
    buttons(show(telling), why(telling)),
  ]),
  "case-question": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-question", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.say(telling.language, "case-notice-question-until", { until: telling.until.moment })),
    buttons(button(telling, "case-button-reply", "/bosung"), show(telling)),
  ]),
  "case-paused": composer((telling) => [
    strong(
      telling.say(telling.language, "case-notice-paused", {
        ...telling.names,
        agency: String(telling.facts.detail.agency),
      }),
    ),
    paragraph(
      telling.say(telling.language, "case-notice-paused-until", {
        due: telling.due,
        until: telling.until.moment,
      }),
    ),
    buttons(show(telling), why(telling)),
  ]),
  "case-extended": composer((telling) => [
    strong(
      telling.say(telling.language, "case-notice-extended", {
        ...telling.names,
        days: String(telling.facts.detail.workingDays),
      }),
    ),
    ...due(telling, "case-notice-extended-due"),
    buttons(show(telling), why(telling)),
  ]),
  "case-answered": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-answered", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.say(telling.language, "case-notice-reopen-until", { day: telling.until.lastDay })),
    paragraph(telling.say(telling.language, "case-notice-closes"), "muted"),
    buttons(reopen(telling), show(telling)),
  ]),
  "case-refused": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-refused", telling.names)),
    paragraph(telling.names.words),
    paragraph(telling.say(telling.language, `case-ground-${telling.facts.detail.ground as RefusalGround}`)),
    paragraph(telling.say(telling.language, "case-notice-reopen-until", { day: telling.until.lastDay })),
    buttons(reopen(telling), show(telling)),
  ]),
  "case-forwarded": composer((telling) => [
    strong(
      telling.say(telling.language, "case-notice-forwarded", {
        ...telling.names,
        agency: String(telling.facts.detail.agency),
      }),
    ),
    paragraph(telling.names.words),
    paragraph(telling.say(telling.language, "case-notice-forwarded-next", telling.names)),
    buttons(show(telling), reopen(telling)),
  ]),
  "case-reopened": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-reopened", telling.names)),
    ...reason(telling),
    ...due(telling, "case-notice-extended-due"),
    paragraph(telling.say(telling.language, "case-notice-reopened-kept")),
    buttons(show(telling), why(telling)),
  ]),
  "case-reopening-denied": composer((telling) => [
    strong(telling.say(telling.language, "case-notice-reopening-denied", telling.names)),
    ...reason(telling),
    paragraph(
      telling.say(telling.language, "case-notice-reopening-denied-next", {
        ...telling.names,
        day: telling.until.lastDay,
      }),
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
    const moment = (iso: string | null) => (iso === null ? "" : showMoment(say, language, new Date(iso)));
    const blocks = compose({
      ...context,
      facts,
      names: {
        code: facts.code,
        unit: facts.unitName ?? say(language, "case-agency"),
        words: facts.words ?? "",
      },
      due: moment(facts.dueAt),
      until: {
        moment: moment(facts.until),
        lastDay: facts.until === null ? "" : showDay(addDays(dayOf(new Date(facts.until)), -1)),
      },
    });
    return {
      blocks: facts.isDemonstration
        ? [...blocks, paragraph(say(language, "case-demonstration"), "muted")]
        : blocks,
    };
  };
}

function survey(telling: Telling, key: "case-notice-survey" | "case-notice-survey-again"): Block[] {
  const { say, language, facts, until } = telling;
  const { code } = facts;
  return [
    strong(say(language, key, { code })),
    paragraph(say(language, "case-notice-about", { excerpt: excerpt(facts.content, 120) }), "muted"),
    paragraph(say(language, "case-notice-survey-until", { day: until.lastDay })),
    buttons(...surveyButtons(code, telling)),
  ];
}

function due(
  { say, language, due: at }: Telling,
  key: "case-notice-due" | "case-notice-extended-due",
): Block[] {
  return at ? [paragraph(say(language, key, { due: at }))] : [];
}

function reason({ say, language, names }: Telling): Block[] {
  return names.words ? [paragraph(say(language, "case-reason", names))] : [];
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

function why({ say, language, facts: { code } }: Telling): Button {
  return { label: say(language, "case-button-why"), say: `/traphananh ${code} hen` };
}

function button(
  { say, language, facts: { code } }: Telling,
  label: "case-button-reply" | "case-button-show" | "case-button-reopen",
  command: string,
): Button {
  return { label: say(language, label), say: `${command} ${code}` };
}
