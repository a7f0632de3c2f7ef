import { rankRows } from "../../domain/statistics/rank-rows.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FindChart } from "./chart-findings.ts";

/** The unit that resolved the most late; none is named for fewer than ten dossiers. */
export const findUnits: FindChart = async (figures, question, { statistics }, { say, language }) => {
  const period = showPeriod(say, language, figures.period);
  const { resolved } = figures.dossiers;
  if (resolved.total === 0) return say(language, "chart-outcome-none", { period });
  const rows = await statistics.breakdown({ ...question, by: "unit" });
  if (resolved.late === 0) return say(language, "chart-units-all", { period, units: rows.length });
  const [all, total] = [showNumber(resolved.late, language), showNumber(resolved.total, language)];
  const [worst] = rankRows(rows, "resolvedLate", figures.chosenOnlineRate).ranked;
  if (!worst?.part) return say(language, "chart-units-few-late", { period, all, total });
  return say(language, "chart-units-late", {
    period,
    unit: worst.name,
    late: showNumber(worst.part, language),
    all,
  });
};
