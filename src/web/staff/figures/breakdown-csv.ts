import { countOf, dossierMeasures } from "../../../domain/statistics/dossier-measures.ts";
import type { BreakdownRow, Figures } from "../../../domain/statistics/figures.ts";
import { byteOrderMark, csvLine } from "../../../wording/csv-line.ts";
import { showAsOf } from "../../../wording/show-as-of.ts";
import { showBreakdownRow } from "../../../wording/show-breakdown-row.ts";
import { showPeriod } from "../../../wording/show-period.ts";
import type { StaffVisit } from "../staff-visit.ts";
import type { FiguresAsked } from "./figures-asked.ts";

/** Every number of a breakdown as CSV, plain digits; each row says as of when, and under which number the whole stands. */
export function breakdownCsv(
  { figures, rows }: { figures: Figures; rows: readonly BreakdownRow[] },
  { period, by }: FiguresAsked,
  { say, sayIn, language }: StaffVisit,
): { name: string; text: string } {
  const name = say(`breakdown-name-${by}`);
  const lines = [
    [
      name,
      ...dossierMeasures.map((measure) => say(`staff-measure-${measure}`)),
      say("list-column-as-of"),
      say("list-column-run"),
    ],
    ...rows.map((row) => [
      showBreakdownRow(row, by, sayIn, language),
      ...dossierMeasures.map((measure) => String(countOf(measure, row.dossiers))),
      ...showAsOf(figures),
    ]),
  ];
  return {
    name: `${showPeriod(sayIn, language, period)} – ${name}.csv`.replaceAll("/", "-"),
    text: byteOrderMark + lines.map((cells) => csvLine(cells)).join(""),
  };
}
