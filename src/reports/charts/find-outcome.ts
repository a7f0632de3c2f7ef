import type { Figures } from "../../domain/statistics/figures.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import { showIndicator } from "../../wording/show-share.ts";
import { seriesUpTo } from "../series.ts";
import type { FindChart } from "./chart-findings.ts";

/** How many were resolved late, and the rate beside that of the period before. */
export const findOutcome: FindChart = async (figures, question, reader, { say, language }) => {
  const { resolved } = figures.dossiers;
  const period = showPeriod(say, language, figures.period);
  if (resolved.total === 0) return say(language, "chart-outcome-none", { period });
  const counted = { period, resolved: showNumber(resolved.total, language) };
  if (resolved.late === 0) return say(language, "chart-outcome-all", counted);
  const rateOf = (of: Figures) => showIndicator("onTimeRate", of, language);
  const late = {
    ...counted,
    late: showNumber(resolved.late, language),
    rate: rateOf(figures),
    undated: resolved.noDueDate,
  };
  const before = (await seriesUpTo(question, reader, 2)).at(-2);
  if (!before?.dossiers.resolved.total) return say(language, "chart-outcome-late", late);
  return say(language, "chart-outcome-compared", { ...late, before: rateOf(before) });
};
