import type { ChartKind } from "../../domain/statistics/report-kinds.ts";
import type { ReportReader } from "../../domain/statistics/report-source.ts";
import type { ReportQuestion, Speech } from "../report-material.ts";
import { backlogChart } from "./backlog-chart.ts";
import { sourceOf } from "./chart-frame.ts";
import type { Chart, PlotChart } from "./chart.ts";
import { lateChart } from "./late-chart.ts";
import { modeChart } from "./mode-chart.ts";
import { outcomeChart } from "./outcome-chart.ts";
import { unitsChart } from "./units-chart.ts";

const plots: Record<ChartKind, PlotChart> = {
  outcome: outcomeChart,
  mode: modeChart,
  backlog: backlogChart,
  units: unitsChart,
  late: lateChart,
};

/** What a chart of a period is to show, not drawn yet; undefined when there is no such unit. */
export async function plotChart(
  kind: ChartKind,
  question: ReportQuestion,
  reader: ReportReader,
  speech: Speech,
): Promise<Chart | undefined> {
  const figures = await reader.statistics.figures(question);
  return figures && (await plots[kind](figures, question, reader, speech));
}

/** What a chart says, for who cannot see it. */
export function altText(chart: Chart, speech: Speech): string {
  return `${chart.finding}. ${chart.subtitle}. ${sourceOf(chart, speech)}`;
}
