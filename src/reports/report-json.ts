import { runIdOf } from "../domain/statistics/figure-run.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import type { Standings } from "../domain/targets/read-standings.ts";
import { missingQualityGroups, qualityIndicators } from "../domain/targets/handling-quality.ts";
import { partsOf, rateOf } from "../domain/targets/target-indicators.ts";
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
    run: runIdOf(figures),
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

/** How each indicator stands towards its target, and service quality, as others script against them. */
export function standingsJson({ figures, quality, standings }: Standings): object {
  return {
    targets: standings,
    serviceQuality: {
      indicators: qualityIndicators(figures).map((indicator) => {
        const parts = partsOf(indicator, figures, quality);
        return { indicator, rate: rateOf(parts), ...parts, lost: parts.whole - parts.good };
      }),
      missing: missingQualityGroups,
    },
  };
}
