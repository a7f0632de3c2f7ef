import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import { showDeadlineSteps } from "../../wording/show-deadline.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";

/** How the date promised was reached: "Vì sao ngày này?". */
export function promiseAnswer(
  { code, promise, dueAt, isDemonstration }: FeedbackCase,
  { say, language }: { say: Say; language: Language },
): Block[] {
  if (!promise || !dueAt) return [paragraph(say(language, "case-why-none", { code }), "strong")];
  const [first, ...changes] = promise.steps;
  const isGiven = first === undefined || first.kind === "given";
  return [
    paragraph(say(language, isGiven ? "case-why-given" : "case-why", { code }), "strong"),
    ...(isGiven && changes.length === 0
      ? []
      : [{ kind: "list" as const, items: showDeadlineSteps(promise.steps, { say, language }) }]),
    ...(promise.isExpected ? [paragraph(say(language, "deadline-expected"), "warning")] : []),
    ...(isGiven ? [] : [paragraph(say(language, "case-why-basis", { basis: promise.legalBasis }))]),
    ...(isDemonstration ? [paragraph(say(language, "case-demonstration"), "muted")] : []),
    { kind: "buttons", buttons: [{ label: say(language, "case-button-show"), say: `/traphananh ${code}` }] },
  ];
}
