import type { Figures } from "../../domain/statistics/figures.ts";
import { showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import { isOfFew, showIndicator } from "../../wording/show-share.ts";
import type { FindChart } from "./chart-findings.ts";

/** The online rate beside its target; of too few dossiers nothing is said to be met or missed. */
export const findMode: FindChart = async (figures, _question, _reader, { say, language }) => {
  const { chosenOnlineRate } = figures;
  const period = showPeriod(say, language, figures.period);
  const actual = figures.indicators[chosenOnlineRate];
  if (actual === null) return say(language, "chart-mode-none", { period });
  const rate = showIndicator(chosenOnlineRate, figures, language);
  const target = onlineTargetOf(figures);
  if (target === undefined || isOfFew(chosenOnlineRate, figures))
    return say(language, "chart-mode-rate", { period, rate });
  const told = { period, rate, target: showRate(target, language) };
  return actual >= target ? say(language, "chart-mode-met", told) : say(language, "chart-mode-missed", told);
};

/** 0–1, of the online rate that the agency reports by. */
export function onlineTargetOf({ targets, chosenOnlineRate }: Figures): number | undefined {
  return targets.find(({ indicator }) => indicator === chosenOnlineRate)?.target;
}
