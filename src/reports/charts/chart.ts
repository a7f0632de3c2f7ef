import type { EChartsCoreOption } from "echarts/core";
import type { Figures } from "../../domain/statistics/figures.ts";
import type { ReportReader } from "../../domain/statistics/report-source.ts";
import type { ReportQuestion, Speech } from "../report-material.ts";

/** A colour and what it stands for. */
export interface ChartKey {
  colour: string;
  label: string;
}

/** A picture to be drawn: what it finds, what it shows, and the drawing itself. */
export interface Chart {
  /** The title, which says the finding. */
  finding: string;
  subtitle: string;
  keys: ChartKey[];
  option: EChartsCoreOption;
  heightPx: number;
  /** Whose figures the finding is about. */
  figures: Figures;
}

/** Reads what a chart needs; `figures` are those of the period asked for. */
export type PlotChart = (
  figures: Figures,
  question: ReportQuestion,
  reader: ReportReader,
  speech: Speech,
) => Promise<Chart>;
