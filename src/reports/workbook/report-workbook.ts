import type { ReportMaterial, Speech } from "../report-material.ts";
import { dossiersSheet } from "./dossiers-sheet.ts";
import { feedbackSheet } from "./feedback-sheet.ts";
import { formSheet } from "./form-sheet.ts";
import { fontName } from "./styles.ts";

/** Form II.06a, the feedback of the period and the dossiers behind the figures, as the bytes of an XLSX file. */
export async function reportWorkbook(material: ReportMaterial, speech: Speech): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({
    sheets: [formSheet, feedbackSheet, dossiersSheet].map((sheet) => sheet(material, speech)),
    defaultFont: { name: fontName, size: 12 },
  });
}
