import type { BreakdownRow } from "../../domain/statistics/figures.ts";
import { indicatorsOf } from "../../domain/statistics/indicators.ts";
import { fewestToCompare } from "../../domain/statistics/small-numbers.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import type { PlotChart } from "./chart.ts";
import { findUnits } from "./find-units.ts";
import { bodyWidthPx } from "./chart-frame.ts";
import { outcomeSegments } from "./outcome-segments.ts";
import { inkText } from "./palette.ts";
import { textWidth } from "./text-width.ts";

const titleSizePx = 28;

/** What each unit directly below resolved in the period, by outcome, the most first. */
export const unitsChart: PlotChart = async (figures, question, reader, speech) => {
  const { say, language } = speech;
  const rows = (await reader.statistics.breakdown({ ...question, by: "unit" })).toSorted(
    (a, b) => a.dossiers.resolved.total - b.dossiers.resolved.total,
  );
  const most = Math.max(1, ...rows.map(({ dossiers }) => dossiers.resolved.total));
  const { keys, segments } = outcomeSegments(
    rows.map(({ dossiers }) => dossiers),
    most * 0.04,
    speech,
  );
  return {
    finding: await findUnits(figures, question, reader, speech),
    subtitle: say(language, "chart-units-about"),
    keys,
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
          fontSize: titleSizePx,
          inside: true,
          margin: 0,
          verticalAlign: "bottom",
          padding: [0, 0, 34, 0],
        },
        z: 10,
      },
      series: segments.map((one) => ({ ...one, barMaxWidth: 48 })),
    },
  };
};

/** The unit's name, then how many it resolved, how many of them late, and the share in time. */
function titleOf({ name, dossiers }: BreakdownRow, { say, language }: Speech): string {
  const { total, late } = dossiers.resolved;
  const count = showNumber(total, language);
  const rate = showRate(indicatorsOf(dossiers).onTimeRate, language);
  const figures =
    total < fewestToCompare
      ? say(language, "chart-units-few", { count, late })
      : say(language, "chart-units-rate", { count, late, rate });
  return shortened(name, `: ${figures}`);
}

/** Cuts the name where it and the figures would not fit on one line. */
function shortened(name: string, figures: string): string {
  const fits = (text: string) => textWidth(text + figures, titleSizePx) <= bodyWidthPx;
  if (fits(name)) return name + figures;
  let cut = name;
  while (cut && !fits(`${cut}…`)) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…${figures}`;
}
