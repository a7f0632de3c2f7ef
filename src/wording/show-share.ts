import { indicatorNames, type Figures, type IndicatorName } from "../domain/statistics/figures.ts";
import { fewestToCompare, shareOf } from "../domain/statistics/small-numbers.ts";
import { partsOfFigures } from "../domain/targets/target-indicators.ts";
import { showNumber, showRate } from "./numbers.ts";
import type { Language } from "./wording.ts";

/** A part of a whole as a rate; of fewer than ten as it is counted: `2/3`. */
export function showShare(part: number, whole: number, language: Language): string {
  const share = shareOf(part, whole);
  if (share.kind === "rate") return showRate(share.rate, language);
  return share.kind === "few" ? `${showNumber(part, language)}/${showNumber(whole, language)}` : "–";
}

/** The same of a rate of the figures. */
export function showIndicator(
  indicator: IndicatorName,
  figures: Pick<Figures, "dossiers">,
  language: Language,
): string {
  const { good, whole } = partsOfFigures(indicator, figures);
  return showShare(good, whole, language);
}

/** Whether a rate is of too few to be told as one. */
export function isOfFew(indicator: IndicatorName, figures: Pick<Figures, "dossiers">): boolean {
  const { whole } = partsOfFigures(indicator, figures);
  return whole > 0 && whole < fewestToCompare;
}

/** Whether any rate is of too few, so that it has to be said why counts stand in its place. */
export function hasFew(figures: Pick<Figures, "dossiers">): boolean {
  return indicatorNames.some((indicator) => isOfFew(indicator, figures));
}
