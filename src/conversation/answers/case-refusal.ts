import type { ActionRefusal, CaseAction } from "../../domain/feedback/case-action.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import { addDays, dayOf, showDay } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";

/** Why something was not done to a case, in a sentence to the person who sent it. */
export function caseRefusal(
  refusal: ActionRefusal,
  action: CaseAction["kind"],
  { code, status }: FeedbackCase,
  { say, language }: { say: Say; language: Language },
): string {
  switch (refusal.because) {
    case "text-missing":
      return say(language, "case-words-missing");
    case "reopening-too-late":
      return say(language, "case-reopening-too-late", {
        code,
        day: showDay(addDays(dayOf(refusal.until), -1)),
      });
    case "wrong-state":
      if (action === "add-information") return say(language, "case-cannot-add", { code });
      if (action === "withdraw")
        return say(language, status === "withdrawn" ? "case-withdrawn-already" : "case-cannot-withdraw", {
          code,
        });
      if (status === "reopen-requested") return say(language, "case-reopen-waiting", { code });
      if (status === "withdrawn") return say(language, "case-cannot-reopen-withdrawn", { code });
      return say(language, "case-cannot-reopen", { code });
    default:
      return say(language, "case-refused-otherwise", { code });
  }
}
