import type { ReportSource } from "../../domain/statistics/report-source.ts";
import type { ReportQuestion, Speech } from "../report-material.ts";
import { backlogChart } from "./backlog-chart.ts";
import { sourceOf } from "./chart-frame.ts";
import type { Chart, ChartKind, PlotChart } from "./chart.ts";
import { drawChart } from "./draw-chart.ts";
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

/** A chart of a period as PNG, with what it says for who cannot see it; undefined when there is no such unit. */
export async function reportChart(
  kind: ChartKind,
  question: ReportQuestion,
  source: ReportSource,
  speech: Speech,
): Promise<{ bytes: Uint8Array; altText: string } | undefined> {
  const chart = await source.atOneMoment(async (reader) => {
    const figures = await reader.statistics.figures(question);
    return figures && (await plots[kind](figures, question, reader, speech));
  });
  return chart && { bytes: drawChart(chart, speech), altText: altText(chart, speech) };
}

function altText(chart: Chart, speech: Speech): string {
  return `${chart.finding}. ${chart.subtitle}. ${sourceOf(chart, speech)}`;
}
