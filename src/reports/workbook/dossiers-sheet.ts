import type { CellValue, WriteSheet } from "hucre/xlsx";
import type { ReportedDossier } from "../../domain/statistics/report-source.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { ReportMaterial, Speech } from "../report-material.ts";
import { asOfNote } from "../as-of.ts";
import { cellName, createGrid } from "./grid.ts";
import { rowHeight } from "./row-height.ts";
import { landscape, styles } from "./styles.ts";

const columns = ["code", "procedure", "field", "mode", "received", "due", "resolved", "outcome"] as const;
const widths = [28, 60, 26, 14, 14, 14, 14, 28];
const [, procedureWidth, fieldWidth] = widths as [number, number, number];
const wholeWidth = widths.reduce((sum, width) => sum + width);
const headRow = 2;

/** The dossiers behind the figures, one a row, without personal data; it can be filtered. */
export function dossiersSheet({ figures, dossiers }: ReportMaterial, speech: Speech): WriteSheet {
  const { say, language } = speech;
  const grid = createGrid();
  const { period } = figures;
  const named = { period: showPeriod(say, language, period), days: showPeriodDays(period) };
  grid.put(0, 0, { value: say(language, "report-dossiers-title", named), style: styles.strong, columns: 8 });
  const total = figures.dossiers.carriedOver + figures.dossiers.received.total;
  const counted = { total: showNumber(total, language), listed: showNumber(dossiers.length, language) };
  const count =
    dossiers.length < total
      ? say(language, "report-dossiers-cut", counted)
      : say(language, "report-dossiers-count", counted);
  const mark = figures.isDemonstration ? ` ${say(language, "report-note-demonstration")}` : "";
  const note = `${count} ${asOfNote(figures, speech)}${mark}`;
  grid.put(1, 0, { value: note, style: styles.note, columns: 8 });
  columns.forEach((column, at) =>
    grid.put(headRow, at, { value: say(language, `report-dossier-${column}`), style: styles.head }),
  );
  dossiers.forEach((dossier, at) =>
    cellsOf(dossier, { say, language }).forEach(([value, style], column) =>
      grid.put(headRow + 1 + at, column, { value, style }),
    ),
  );
  const last = headRow + dossiers.length;
  return {
    name: say(language, "report-sheet-dossiers"),
    columns: widths.map((width) => ({ width })),
    ...grid.content(),
    rowDefs: new Map([
      [1, { height: rowHeight({ text: note, width: wholeWidth }) }],
      [headRow, { height: 40 }],
      ...dossiers.map(
        (dossier, at) => [headRow + 1 + at, { height: heightOf(dossier) }] satisfies [number, object],
      ),
    ]),
    freezePane: { rows: headRow + 1 },
    autoFilter: { range: `${cellName(headRow, 0)}:${cellName(last, columns.length - 1)}` },
    pageSetup: landscape([headRow + 1, headRow + 1]),
    headerFooter: { oddFooter: "&R&P/&N" },
  };
}

function heightOf({ procedureName, field }: ReportedDossier): number {
  return rowHeight({ text: procedureName, width: procedureWidth }, { text: field, width: fieldWidth });
}

function cellsOf(dossier: ReportedDossier, { say, language }: Speech): [CellValue, object][] {
  return [
    [dossier.code, styles.text],
    [dossier.procedureName, styles.text],
    [dossier.field, styles.text],
    [say(language, `report-mode-${dossier.mode}`), styles.text],
    [dateOf(dossier.receivedOn), styles.day],
    [dateOf(dossier.dueOn), styles.day],
    [dateOf(dossier.resolvedOn), styles.day],
    [say(language, `report-outcome-${dossier.outcome}`), styles.text],
  ];
}

/** A sheet's date holds the day on the wall and no zone. */
function dateOf(on: Day | null): Date | null {
  return on && new Date(`${on}T00:00:00Z`);
}
