import { countOf, dossierMeasures } from "../../../domain/statistics/dossier-measures.ts";
import type { BreakdownRow } from "../../../domain/statistics/figures.ts";
import { showBreakdownRow } from "../../../wording/show-breakdown-row.ts";
import { showPeriod } from "../../../wording/show-period.ts";
import type { StaffVisit } from "../staff-visit.ts";
import type { FiguresAsked } from "./figures-asked.ts";

/** Every number of a breakdown as CSV that a spreadsheet opens: UTF-8 with its mark, plain digits, nothing run as a formula. */
export function breakdownCsv(
  rows: readonly BreakdownRow[],
  { period, by }: FiguresAsked,
  { say, sayIn, language }: StaffVisit,
): { name: string; text: string } {
  const name = say(`breakdown-name-${by}`);
  const lines = [
    [name, ...dossierMeasures.map((measure) => say(`staff-measure-${measure}`))],
    ...rows.map((row) => [
      showBreakdownRow(row, by, sayIn, language),
      ...dossierMeasures.map((measure) => String(countOf(measure, row.dossiers))),
    ]),
  ];
  return {
    name: `${showPeriod(sayIn, language, period)} – ${name}.csv`.replaceAll("/", "-"),
    text: `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`,
  };
}

function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
