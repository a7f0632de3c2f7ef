import { countOf } from "../../domain/statistics/dossier-measures.ts";
import { rankRows } from "../../domain/statistics/rank-rows.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FindChart } from "./chart-findings.ts";

/** How many are late, and the field with the most of them; none is named for fewer than ten dossiers. */
export const findLate: FindChart = async (figures, question, { statistics }, { say, language }) => {
  const period = showPeriod(say, language, figures.period);
  const late = countOf("late", figures.dossiers);
  if (late === 0) return say(language, "chart-late-none", { period });
  const all = showNumber(late, language);
  const rows = await statistics.breakdown({ ...question, by: "field" });
  const [worst] = rankRows(rows, "late", figures.chosenOnlineRate).ranked;
  if (!worst?.part) return say(language, "chart-late-some", { period, all });
  return say(language, "chart-late-most", {
    period,
    field: worst.name,
    late: showNumber(worst.part, language),
    all,
  });
};
