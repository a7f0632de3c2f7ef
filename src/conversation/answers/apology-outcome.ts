import type { ApologyOutcome } from "../../domain/dossiers/apologise.ts";
import { showDay, type Day } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Language, Say } from "../../wording/wording.ts";

/** What came of giving an apology, in one sentence for whoever gave it. */
export function sayApologyOutcome(
  outcome: ApologyOutcome | { kind: "not-found" },
  { code, newDueOn, reason }: { code: string; newDueOn: Day; reason: string },
  { say, language }: { say: Say; language: Language },
): string {
  switch (outcome.kind) {
    case "not-found":
      return say(language, "work-not-found");
    case "not-open":
      return say(language, "apology-not-open", { code });
    case "no-reason":
      return say(language, "apology-no-reason", { code });
    case "bad-day":
      return say(language, `apology-${outcome.why}`, { day: showDay(newDueOn) });
    case "given-before":
      return say(language, "apology-given-before", {
        code,
        at: showMoment(say, language, outcome.apology.givenAt),
        day: showDay(outcome.apology.newDueOn),
      });
    case "given":
      return say(language, "apology-given", { code, day: showDay(newDueOn), reason });
  }
}
