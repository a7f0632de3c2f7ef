import { showNumber } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import { lastMonth, seriesUpTo } from "../series.ts";
import type { PlotChart } from "./chart.ts";
import { findBacklog } from "./find-backlog.ts";
import { categoryAxis, plainGrid } from "./columns.ts";
import { inkText, palette } from "./palette.ts";

/** Dossiers open at the end of each of the last twelve months, and how many of them were late. */
export const backlogChart: PlotChart = async (figures, question, reader, speech) => {
  const { say, language } = speech;
  const months = await seriesUpTo({ ...question, period: lastMonth(question) }, reader, 12);
  return {
    finding: await findBacklog(figures, question, reader, speech),
    subtitle: say(language, "chart-backlog-about"),
    keys: [
      { colour: palette.early, label: say(language, "chart-part-open") },
      { colour: palette.late, label: say(language, "chart-part-openLate") },
    ],
    figures,
    heightPx: 680,
    option: {
      grid: { ...plainGrid, left: 40, right: 40, top: 56 },
      xAxis: {
        ...categoryAxis(
          months.map(({ period }) => period),
          speech,
        ),
        boundaryGap: months.length === 1,
      },
      yAxis: { show: false, min: 0 },
      series: [
        line(
          palette.early,
          months.map(({ dossiers }) => dossiers.open.total),
          speech,
        ),
        line(
          palette.late,
          months.map(({ dossiers }) => dossiers.open.late),
          speech,
        ),
      ],
    },
  };
};

function line(colour: string, counts: readonly number[], { language }: Speech): object {
  return {
    type: "line",
    silent: true,
    symbol: "circle",
    symbolSize: 12,
    lineStyle: { color: colour, width: 5 },
    itemStyle: { color: colour },
    areaStyle: { color: colour, opacity: 0.14 },
    data: counts.map((value, at) => ({
      value,
      label: {
        ...inkText,
        show: value > 0,
        // In a valley the line itself would run through the number.
        position: isValley(counts, at) ? "bottom" : "top",
        distance: 10,
        color: colour,
        fontWeight: "bold",
        // On a steep slope the line would still run through it.
        textBorderColor: palette.paper,
        textBorderWidth: 6,
        formatter: () => showNumber(value, language),
      },
    })),
  };
}

function isValley(counts: readonly number[], at: number): boolean {
  const neighbours = [counts[at - 1], counts[at + 1]].filter((count) => count !== undefined);
  return neighbours.every((count) => count >= counts[at]!) && neighbours.some((count) => count > counts[at]!);
}
