import type { Figures } from "../domain/statistics/figures.ts";
import { showPeriod } from "../wording/show-period.ts";
import type { Say } from "../wording/wording.ts";

/** The figures as others script against them: rates 0–1 or null, days yyyy-mm-dd, instants ISO 8601. */
export function reportJson(figures: Figures, say: Say): object {
  const {
    period,
    unit,
    asOf,
    dossiers,
    interlinked,
    feedback,
    assignments,
    procedures,
    indicators,
    targets,
  } = figures;
  return {
    period: { ...period, label: showPeriod(say, "vi", period) },
    unit,
    asOf: asOf.toISOString(),
    dossiers,
    interlinked,
    feedback,
    assignments,
    procedures,
    indicators,
    chosenOnlineRate: figures.chosenOnlineRate,
    targets,
    isDemonstration: figures.isDemonstration,
  };
}
