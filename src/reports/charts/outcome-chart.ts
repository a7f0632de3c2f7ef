import type { Figures } from "../../domain/statistics/figures.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { Speech } from "../report-material.ts";
import { seriesUpTo } from "../series.ts";
import type { PlotChart } from "./chart.ts";
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
    finding: findingOf(figures, series.at(-2), speech),
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

function findingOf(figures: Figures, before: Figures | undefined, { say, language }: Speech): string {
  const { resolved } = figures.dossiers;
  const period = showPeriod(say, language, figures.period);
  if (resolved.total === 0) return say(language, "chart-outcome-none", { period });
  const counted = { period, resolved: showNumber(resolved.total, language) };
  if (resolved.late === 0) return say(language, "chart-outcome-all", counted);
  const rate = showRate(figures.indicators.onTimeRate, language);
  const late = {
    ...counted,
    late: showNumber(resolved.late, language),
    rate,
    undated: resolved.noDueDate,
  };
  const rateBefore = before?.indicators.onTimeRate ?? null;
  if (rateBefore === null) return say(language, "chart-outcome-late", late);
  return say(language, "chart-outcome-compared", { ...late, before: showRate(rateBefore, language) });
}
