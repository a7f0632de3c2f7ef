import type { WriteSheet } from "hucre/xlsx";
import { showDay } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { ReportMaterial, Speech } from "../report-material.ts";
import { asOfNote } from "../as-of.ts";
import { putFormHead, formHeadRow } from "./form-head.ts";
import { formColumns, formRow, sums, type FormColumn, type FormRow } from "./form-rows.ts";
import { cellName, createGrid, type Grid } from "./grid.ts";
import { putSignatures } from "./signatures.ts";
import { rowHeight, type BrokenText } from "./row-height.ts";
import { landscape, styles } from "./styles.ts";

/** The first row under the column numbers. */
const firstRow = formHeadRow + 4;
const nameWidth = 34;
const widths = [6, nameWidth, ...formColumns.map(() => 11.5)];
const wholeWidth = widths.reduce((sum, width) => sum + width);
const columnOf = (column: FormColumn) => formColumns.indexOf(column) + 2;

/**
 * Form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP) as printed: a row a field, the total last. Totals are formulas that carry
 * their value, so that every reader shows the same numbers.
 */
export function formSheet(material: ReportMaterial, speech: Speech): WriteSheet {
  const { say, language } = speech;
  const { figures, byField } = material;
  const grid = createGrid();
  putTitle(grid, material, speech);
  putFormHead(grid, speech);
  const rows = byField.map(formRow);
  rows.forEach((row, at) => putRow(grid, firstRow + at, at + 1, row));
  const totalRow = firstRow + rows.length;
  putTotal(
    grid,
    totalRow,
    formRow({ name: say(language, "report-total"), dossiers: figures.dossiers }),
    rows.length,
  );
  const notes = notesOf(material, speech);
  notes.forEach((value, at) => grid.put(totalRow + 1 + at, 0, { value, style: styles.note, columns: 13 }));
  putSignatures(grid, totalRow + 2 + notes.length, material, speech, { left: [1, 3], right: [8, 5] });
  return {
    name: say(language, "report-sheet-form"),
    columns: widths.map((width) => ({ width })),
    ...grid.content(),
    rowDefs: new Map([
      [0, { height: 40 }],
      [3, { height: 20 }],
      [formHeadRow + 2, { height: 48 }],
      [formHeadRow + 3, { height: 30 }],
      ...[...rows.map(({ name }) => name), ""].map((text, at) =>
        heighten(firstRow + at, { text, width: nameWidth }),
      ),
      ...notes.map((text, at) => heighten(totalRow + 1 + at, { text, width: wholeWidth })),
    ]),
    freezePane: { rows: firstRow, columns: 2 },
    pageSetup: landscape([formHeadRow + 1, firstRow]),
    headerFooter: { oddFooter: "&R&P/&N" },
  };
}

function heighten(row: number, text: BrokenText): [row: number, definition: { height: number }] {
  return [row, { height: rowHeight(text) }];
}

function putTitle(grid: Grid, { figures, letterhead }: ReportMaterial, { say, language }: Speech): void {
  const { period, unit } = figures;
  const superior = letterhead.superior ?? say(language, "report-blank");
  const days = { from: showDay(period.from), to: showDay(period.to) };
  const left = { columns: 2 };
  const middle = { columns: 7 };
  const right = { columns: 4, style: styles.plain };
  grid.put(0, 0, { ...left, value: say(language, "report-form-number"), style: styles.strong });
  grid.put(1, 0, { ...left, value: say(language, "report-form-basis"), style: styles.note, rows: 2 });
  grid.put(0, 2, { ...middle, value: say(language, "report-form-title"), style: styles.title });
  const named = { period: showPeriod(say, language, period) };
  grid.put(1, 2, {
    ...middle,
    value: say(language, "report-form-period", named),
    style: styles.centredStrong,
  });
  grid.put(2, 2, { ...middle, value: say(language, "report-form-days", days), style: styles.centredNote });
  grid.put(0, 9, { ...right, value: say(language, "report-form-from", { unit: unit.name }) });
  grid.put(1, 9, { ...right, value: say(language, "report-form-to", { superior }), rows: 2 });
  grid.put(3, 9, { ...right, value: say(language, "report-form-unit-of-count"), style: styles.note });
}

function putRow(grid: Grid, row: number, serial: number, { name, counts, undated }: FormRow): void {
  grid.put(row, 0, { value: serial, style: styles.serial });
  grid.put(row, 1, { value: name, style: styles.text });
  for (const column of formColumns)
    grid.put(row, columnOf(column), {
      value: counts[column],
      style: styles.count,
      ...(sums[column] ? { formula: sumAcross(row, column, undated) } : {}),
    });
}

function sumAcross(row: number, column: FormColumn, undated: FormRow["undated"]): string {
  const [first, last] = sums[column]!;
  const sum = `SUM(${cellName(row, columnOf(first))}:${cellName(row, columnOf(last))})`;
  const beside = column === "resolved" ? undated.resolved : column === "open" ? undated.open : 0;
  return beside ? `${sum}+${beside}` : sum;
}

function putTotal(grid: Grid, row: number, { name, counts }: FormRow, fields: number): void {
  grid.put(row, 0, { value: name, style: styles.totalText, columns: 2 });
  for (const column of formColumns) {
    const at = columnOf(column);
    const formula = `SUM(${cellName(row - fields, at)}:${cellName(row - 1, at)})`;
    grid.put(row, at, { value: counts[column], style: styles.total, ...(fields ? { formula } : {}) });
  }
}

/** What a reader must know of the numbers above. */
function notesOf({ figures }: ReportMaterial, speech: Speech): string[] {
  const { say, language } = speech;
  const { resolved, open } = figures.dossiers;
  const undated = {
    resolved: showNumber(resolved.noDueDate, language),
    open: showNumber(open.noDueDate, language),
  };
  return [
    asOfNote(figures, speech),
    ...(resolved.noDueDate + open.noDueDate > 0 ? [say(language, "report-note-undated", undated)] : []),
    ...(figures.isDemonstration ? [say(language, "report-note-demonstration")] : []),
  ];
}
