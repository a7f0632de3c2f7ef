import type { BreakdownRow, Figures } from "../../domain/statistics/figures.ts";
import { indicatorsOf } from "../../domain/statistics/indicators.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { Speech } from "../report-material.ts";
import type { PlotChart } from "./chart.ts";
import { segment } from "./columns.ts";
import { inkText, palette } from "./palette.ts";

/** Below this a rate says more of chance than of the unit. */
const enoughForRate = 10;
const parts = ["late", "onTime", "early"] as const;
const colours = { late: palette.late, onTime: palette.onTime, early: palette.early };

/** What each unit directly below resolved in the period, by outcome, the most first. */
export const unitsChart: PlotChart = async (figures, question, { statistics }, speech) => {
  const { say, language } = speech;
  const rows = (await statistics.breakdown({ ...question, by: "unit" })).toSorted(
    (a, b) => a.dossiers.resolved.total - b.dossiers.resolved.total,
  );
  const most = Math.max(1, ...rows.map(({ dossiers }) => dossiers.resolved.total));
  return {
    finding: findingOf(figures, rows, speech),
    subtitle: say(language, "chart-units-about"),
    keys: parts.map((part) => ({ colour: colours[part], label: say(language, `chart-part-${part}`) })),
    figures,
    heightPx: Math.max(1, rows.length) * 124 + 16,
    option: {
      grid: { left: 0, right: 0, top: 8, bottom: 0, outerBoundsMode: "none" },
      xAxis: { show: false, max: most },
      yAxis: {
        type: "category",
        data: rows.map((row) => titleOf(row, speech)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          ...inkText,
          fontSize: 28,
          inside: true,
          margin: 0,
          verticalAlign: "bottom",
          padding: [0, 0, 34, 0],
        },
        z: 10,
      },
      series: [
        ...parts.map((part) => ({
          ...segment(
            colours[part],
            rows.map(({ dossiers }) => dossiers.resolved[part]),
            { from: most * 0.05, show: (count) => showNumber(count, language) },
          ),
          barMaxWidth: 48,
        })),
      ],
    },
  };
};

/** The unit's name, then how many it resolved and the share of them in time. */
function titleOf({ name, dossiers }: BreakdownRow, { say, language }: Speech): string {
  const { total } = dossiers.resolved;
  const count = showNumber(total, language);
  const rate = showRate(indicatorsOf(dossiers).onTimeRate, language);
  const figures =
    total < enoughForRate
      ? say(language, "chart-units-few", { count })
      : say(language, "chart-units-rate", { count, rate });
  return `${name}: ${figures}`;
}

function findingOf(figures: Figures, rows: readonly BreakdownRow[], { say, language }: Speech): string {
  const period = showPeriod(say, language, figures.period);
  const late = rows.filter(({ dossiers }) => dossiers.resolved.late > 0);
  if (figures.dossiers.resolved.total === 0) return say(language, "chart-outcome-none", { period });
  if (late.length === 0) return say(language, "chart-units-all", { period, units: rows.length });
  const worst = late.toSorted((a, b) => b.dossiers.resolved.late - a.dossiers.resolved.late)[0]!;
  return say(language, "chart-units-late", {
    period,
    unit: worst.name,
    late: showNumber(worst.dossiers.resolved.late, language),
    all: showNumber(figures.dossiers.resolved.late, language),
  });
}
