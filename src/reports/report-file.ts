import type { ReportSource } from "../domain/statistics/report-source.ts";
import type { Letterhead } from "../domain/settings/settings.ts";
import { showPeriod } from "../wording/show-period.ts";
import { readMaterial, type ReportQuestion, type Speech } from "./report-material.ts";

export type ReportFileFormat = "xlsx";

/** A report as a file to hand over. */
export interface ReportFile {
  /** As people would name it, and safe on every system: `Biểu II.06a – Quý I-2021.xlsx`. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface ReportTools {
  source: ReportSource;
  letterhead: Letterhead;
  speech: Speech;
}

/** Draws up a report; undefined when there is no such unit. */
export async function reportFile(
  question: ReportQuestion,
  { source, letterhead, speech }: ReportTools,
): Promise<ReportFile | undefined> {
  const material = await readMaterial(question, source, letterhead);
  if (!material) return undefined;
  const { reportWorkbook } = await import("./workbook/report-workbook.ts");
  const period = showPeriod(speech.say, speech.language, question.period);
  return {
    name: fileName(speech.say(speech.language, "report-file-xlsx", { period }), question.unitCode, "xlsx"),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await reportWorkbook(material, speech),
  };
}

function fileName(title: string, unitCode: string | undefined, extension: string): string {
  const named = unitCode === undefined ? title : `${title} – ${unitCode}`;
  return `${named.replaceAll(/[/\\:*?"<>|]/g, "-")}.${extension}`;
}
