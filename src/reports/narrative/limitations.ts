import type { Figures, TargetFigure } from "../../domain/statistics/figures.ts";
import { partsOfFigures, shortOf } from "../../domain/targets/target-indicators.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";

/** What fell short: targets missed first, then what is late or left undone. */
export function limitations(figures: Figures, speech: Speech): string[] {
  const { say, language } = speech;
  const { dossiers, procedures, feedback: matters, assignments: tasks } = figures;
  const count = (of: number) => showNumber(of, language);
  const found: string[] = figures.targets.flatMap((target) => missed(target, figures, speech));
  if (found.length && procedures.withOnlineDossiers < procedures.published)
    found.push(
      say(language, "narrative-limit-procedures", {
        online: count(procedures.withOnlineDossiers),
        published: count(procedures.published),
      }),
    );
  if (dossiers.resolved.late + dossiers.open.late > 0)
    found.push(
      say(language, "narrative-limit-late", {
        late: count(dossiers.resolved.late),
        openLate: count(dossiers.open.late),
      }),
    );
  const waiting = matters.received - matters.answered;
  if (waiting > 0) found.push(say(language, "narrative-limit-feedback", { waiting: count(waiting) }));
  const undone = tasks.due - tasks.done;
  if (undone > 0) found.push(say(language, "narrative-limit-assignments", { undone: count(undone) }));
  return found.length ? found : [say(language, "narrative-limit-none")];
}

function missed(
  { indicator, actual, target, source }: TargetFigure,
  figures: Figures,
  { say, language }: Speech,
): string[] {
  if (actual === null || actual >= target) return [];
  const told = {
    rate: showRate(actual, language),
    target: showRate(target, language),
    source,
    gap: showNumber((target - actual) * 100, language),
    short: showNumber(shortOf(target, partsOfFigures(indicator, figures)), language),
    good: say(language, "target-good", { indicator }),
  };
  return [say(language, `narrative-limit-target-${indicator}`, told)];
}
