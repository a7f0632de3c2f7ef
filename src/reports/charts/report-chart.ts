import type { Figures } from "../../domain/statistics/figures.ts";
import type { ChartKind } from "../../domain/statistics/report-kinds.ts";
import type { ReportSource } from "../../domain/statistics/report-source.ts";
import type { ReportQuestion, Speech } from "../report-material.ts";
import { drawChart } from "./draw-chart.ts";
import { altText, plotChart } from "./plot-chart.ts";

/** A chart of a period as PNG, with what it says for who cannot see it; undefined when there is no such unit. */
export async function reportChart(
  kind: ChartKind,
  question: ReportQuestion,
  source: ReportSource,
  speech: Speech,
): Promise<{ bytes: Uint8Array; altText: string; figures: Figures } | undefined> {
  const chart = await source.atOneMoment((reader) => plotChart(kind, question, reader, speech));
  return (
    chart && { bytes: drawChart(chart, speech), altText: altText(chart, speech), figures: chart.figures }
  );
}
