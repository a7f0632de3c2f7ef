import type { ReportSource } from "../domain/statistics/report-source.ts";
import type { Letterhead } from "../domain/settings/settings.ts";
import { showPeriod } from "../wording/show-period.ts";
import type { ChartKind } from "./charts/chart.ts";
import { readMaterial, type ReportQuestion, type Speech } from "./report-material.ts";

/** The files a period can be had as; a picture is of one chart. */
export type ReportFormat = { kind: "xlsx" } | { kind: "png"; chart: ChartKind };

/** A report as a file to hand over. */
export interface ReportFile {
  /** As people would name it, and safe on every system: `Biểu II.06a – Quý I-2021.xlsx`. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What a picture says, for who cannot see it. */
  altText?: string;
}

export interface ReportTools {
  source: ReportSource;
  letterhead: Letterhead;
  speech: Speech;
}

/** Draws up a report; undefined when there is no such unit. What draws is loaded only when something is drawn. */
export async function reportFile(
  format: ReportFormat,
  question: ReportQuestion,
  { source, letterhead, speech }: ReportTools,
): Promise<ReportFile | undefined> {
  const { say, language } = speech;
  const period = showPeriod(say, language, question.period);
  if (format.kind === "png") {
    const { reportChart } = await import("./charts/report-chart.ts");
    const chart = await reportChart(format.chart, question, source, speech);
    const title = say(language, "report-file-png", {
      chart: say(language, `chart-name-${format.chart}`),
      period,
    });
    return (
      chart && {
        name: fileName(title, question, "png"),
        mediaType: "image/png",
        bytes: chart.png,
        altText: chart.altText,
      }
    );
  }
  const material = await readMaterial(question, source, letterhead);
  if (!material) return undefined;
  const { reportWorkbook } = await import("./workbook/report-workbook.ts");
  return {
    name: fileName(say(language, "report-file-xlsx", { period }), question, "xlsx"),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await reportWorkbook(material, speech),
  };
}

function fileName(title: string, { unitCode }: ReportQuestion, extension: string): string {
  const named = unitCode === undefined ? title : `${title} – ${unitCode}`;
  return `${named.replaceAll(/[/\\:*?"<>|]/g, "-")}.${extension}`;
}
