import { isOpen } from "../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import { dayOf, showDay } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { excerpt } from "./excerpt.ts";

const pageSize = 5;

/** The cases a person sent, in the order given, five a page; a page out of range is the nearest. */
export function caseList(
  cases: readonly FeedbackCase[],
  page: number,
  { say, language }: { say: Say; language: Language },
): Block[] {
  if (cases.length === 0)
    return [
      paragraph(say(language, "case-list-empty"), "strong"),
      { kind: "buttons", buttons: [{ label: say(language, "case-button-new"), say: "/phananh" }] },
    ];
  const pages = Math.ceil(cases.length / pageSize);
  const at = Math.min(Math.max(page, 1), pages);
  const shown = cases.slice((at - 1) * pageSize, at * pageSize);
  const count = String(cases.length);
  const turn = (to: number, label: "case-button-earlier" | "case-button-more") =>
    to < 1 || to > pages ? [] : [{ label: say(language, label), say: `/phananhtoi trang ${to}` }];
  return [
    paragraph(
      pages === 1
        ? say(language, "case-list", { count })
        : say(language, "case-list-page", { count, page: String(at), pages: String(pages) }),
      "strong",
    ),
    { kind: "list", items: shown.map((matter) => line(matter, { say, language })) },
    paragraph(say(language, "case-list-choose")),
    ...(shown.some(({ isDemonstration }) => isDemonstration)
      ? [paragraph(say(language, "case-demonstration"), "muted")]
      : []),
    {
      kind: "buttons",
      buttons: [
        ...shown.map(({ code }) => ({ label: code, say: `/traphananh ${code}` })),
        ...turn(at - 1, "case-button-earlier"),
        ...turn(at + 1, "case-button-more"),
      ],
    },
  ];
}

function line(matter: FeedbackCase, { say, language }: { say: Say; language: Language }): string {
  const told = {
    code: matter.code,
    day: showDay(dayOf(matter.receivedAt)),
    excerpt: excerpt(matter.content, 80),
    stage: say(language, `case-stage-${matter.status}`),
  };
  return isOpen(matter.status) && matter.dueAt
    ? say(language, "case-list-item-due", { ...told, due: showMoment(say, language, matter.dueAt) })
    : say(language, "case-list-item", told);
}
