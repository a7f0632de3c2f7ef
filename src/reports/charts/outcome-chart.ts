import type { Figures } from "../../domain/statistics/figures.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import { seriesUpTo } from "../series.ts";
import type { PlotChart } from "./chart.ts";
import { findOutcome } from "./find-outcome.ts";
import { categoryAxis, plainGrid, topLabels } from "./columns.ts";
import { outcomeSegments } from "./outcome-segments.ts";

/** A segment lower than this share of the highest column has no room for a number. */
const leastLabelled = 0.045;

/** What was resolved in the last eight periods, by outcome. */
export const outcomeChart: PlotChart = async (figures, question, reader, speech) => {
  const { say, language } = speech;
  const series = await seriesUpTo(question, reader, 8);
  const most = Math.max(1, ...series.map(({ dossiers }) => dossiers.resolved.total));
  const { keys, segments } = outcomeSegments(
    series.map(({ dossiers }) => dossiers),
    most * leastLabelled,
    speech,
  );
  return {
    finding: await findOutcome(figures, question, reader, speech),
    subtitle: say(language, "chart-outcome-about"),
    keys,
    figures,
    heightPx: 760,
    option: {
      grid: plainGrid,
      xAxis: categoryAxis(
        series.map(({ period }) => period),
        speech,
      ),
      yAxis: { show: false, max: most * 1.12 },
      series: [
        ...segments,
        topLabels(
          series.map(({ dossiers: { resolved } }) => [resolved.total, topLabel(resolved, most, speech)]),
        ),
      ],
    },
  };
};

/** The total, and the late ones when their segment is too low to carry a number. */
function topLabel(
  { total, late }: Figures["dossiers"]["resolved"],
  most: number,
  { say, language }: Speech,
): string {
  const sum = `{total|${showNumber(total, language)}}`;
  if (late === 0 || late >= most * leastLabelled) return sum;
  return `${sum}\n{late|${say(language, "chart-late-count", { late: showNumber(late, language) })}}`;
}
