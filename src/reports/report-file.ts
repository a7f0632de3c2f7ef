import type { Letterhead } from "../domain/settings/settings.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import type { ReportSource } from "../domain/statistics/report-source.ts";
import type { ReportKind } from "../domain/statistics/report-kinds.ts";
import { reportFileName } from "../wording/report-file-name.ts";
import { readMaterial, type ReportMaterial, type ReportQuestion, type Speech } from "./report-material.ts";

/** A document may follow the department's own template. */
export type ReportFormat = ReportKind | { kind: "docx"; template: Uint8Array };

/** A report as a file to hand over. */
export interface ReportFile {
  /** As people would name it, and safe on every system: `Biểu II.06a – Quý I-2021.xlsx`. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What a picture says, for who cannot see it. */
  altText?: string;
  /** What it shows; of a chart of several periods, those of the period asked for. */
  figures: Figures;
}

export interface ReportTools {
  source: ReportSource;
  letterhead: Letterhead;
  speech: Speech;
}

export const reportMediaTypes: Record<ReportFormat["kind"], string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
};

/** Draws up a report; undefined when there is no such unit. Throws TemplateError when a template cannot be filled in. */
export async function reportFile(
  format: ReportFormat,
  question: ReportQuestion,
  tools: ReportTools,
): Promise<ReportFile | undefined> {
  const { say, language } = tools.speech;
  const content = await contentOf(format, question, tools);
  const name = reportFileName(say, language, format, question);
  return content && { name, mediaType: reportMediaTypes[format.kind], ...content };
}

/** Draws up a report of what has been read before: as it was signed off. */
export async function reportFileOf(
  format: Exclude<ReportFormat, { kind: "png" }>,
  material: ReportMaterial,
  speech: Speech,
): Promise<ReportFile> {
  const { period } = material.figures;
  return {
    name: reportFileName(speech.say, speech.language, format, { period }),
    mediaType: reportMediaTypes[format.kind],
    bytes: await write(format, material, speech),
    figures: material.figures,
  };
}

// What draws is loaded only when something is drawn: it is most of the program.
async function contentOf(
  format: ReportFormat,
  question: ReportQuestion,
  { source, letterhead, speech }: ReportTools,
): Promise<Pick<ReportFile, "bytes" | "altText" | "figures"> | undefined> {
  if (format.kind === "png") {
    const { reportChart } = await import("./charts/report-chart.ts");
    return await reportChart(format.chart, question, source, speech);
  }
  const material = await readMaterial(question, source, letterhead);
  return material && { bytes: await write(format, material, speech), figures: material.figures };
}

async function write(
  format: Exclude<ReportFormat, { kind: "png" }>,
  material: ReportMaterial,
  speech: Speech,
): Promise<Uint8Array> {
  if (format.kind === "xlsx") {
    const { reportWorkbook } = await import("./workbook/report-workbook.ts");
    return await reportWorkbook(material, speech);
  }
  const { narrativeDocument } = await import("./narrative/narrative-document.ts");
  return narrativeDocument(material, speech, "template" in format ? format.template : undefined);
}
