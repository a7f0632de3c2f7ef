import type { WriteSheet } from "hucre/xlsx";
import type { FeedbackFigures } from "../../domain/statistics/figures.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { ReportMaterial, Speech } from "../report-material.ts";
import { asOfNote } from "../as-of.ts";
import { cellName, createGrid, type Grid } from "./grid.ts";
import { putSignatures } from "./signatures.ts";
import { rowHeight } from "./row-height.ts";
import { landscape, styles } from "./styles.ts";

const columns = ["received", "answered", "on-time", "extended", "late", "waiting"] as const;
const fieldWidth = 34;
const headRow = 4;
/** Under the titles stand the numbers of the columns, with what each total is the sum of. */
const numbers = ["(1)", "(2)", "(3) = (4)+(8)", "(4) = (5)+(6)+(7)", "(5)", "(6)", "(7)", "(8)"];
const firstRow = headRow + 2;

/** Feedback of the period by field, the total last; answered = on time + within extended time + late. */
export function feedbackSheet(material: ReportMaterial, speech: Speech): WriteSheet {
  const { say, language } = speech;
  const { period, unit, feedback, isDemonstration } = material.figures;
  const grid = createGrid();
  const wide = { columns: 8 };
  const days = `${showPeriod(say, language, period)} (${showPeriodDays(period)})`;
  grid.put(0, 0, { ...wide, value: say(language, "report-feedback-title"), style: styles.title });
  grid.put(1, 0, {
    ...wide,
    value: say(language, "report-form-period", { period: days }),
    style: styles.centredStrong,
  });
  grid.put(2, 0, {
    ...wide,
    value: say(language, "report-form-from", { unit: unit.name }),
    style: styles.centred,
  });
  const titles = [
    say(language, "report-column-serial"),
    say(language, "report-feedback-field"),
    ...columns.map((column) => say(language, `report-feedback-${column}`)),
  ];
  titles.forEach((value, at) => grid.put(headRow, at, { value, style: styles.head }));
  numbers.forEach((value, at) => grid.put(headRow + 1, at, { value, style: styles.columnNumber }));
  const names = feedback.byField.map(({ field }) => field ?? say(language, "report-feedback-no-field"));
  feedback.byField.forEach((row, at) => putRow(grid, firstRow + at, at + 1, names[at]!, countsOf(row)));
  const totalRow = firstRow + feedback.byField.length;
  grid.put(totalRow, 0, { value: say(language, "report-total"), style: styles.totalText, columns: 2 });
  countsOf(feedback).forEach((value, at) => {
    const formula = `SUM(${cellName(firstRow, at + 2)}:${cellName(totalRow - 1, at + 2)})`;
    const sum = feedback.byField.length ? { formula } : {};
    grid.put(totalRow, at + 2, { value, style: styles.total, ...sum });
  });
  const notes = [
    asOfNote(material.figures, speech),
    ...(isDemonstration ? [say(language, "report-note-demonstration")] : []),
  ];
  notes.forEach((value, at) => grid.put(totalRow + 1 + at, 0, { ...wide, value, style: styles.note }));
  putSignatures(grid, totalRow + 2 + notes.length, material, speech, { left: [1, 2], right: [4, 4] });
  return {
    name: say(language, "report-sheet-feedback"),
    columns: [6, fieldWidth, ...columns.map(() => 14)].map((width) => ({ width })),
    ...grid.content(),
    rowDefs: new Map([
      [headRow, { height: 40 }],
      ...[...names, ""].map(
        (text, at) =>
          [firstRow + at, { height: rowHeight({ text, width: fieldWidth }) }] satisfies [number, object],
      ),
    ]),
    pageSetup: landscape([headRow + 1, headRow + 2]),
  };
}

function putRow(grid: Grid, row: number, serial: number, name: string, counts: number[]): void {
  grid.put(row, 0, { value: serial, style: styles.serial });
  grid.put(row, 1, { value: name, style: styles.text });
  counts.forEach((value, at) => grid.put(row, at + 2, { value, style: styles.count }));
}

/** In the order of `columns`. */
function countsOf({
  received,
  answered,
  answeredOnTime,
  answeredExtended,
}: Omit<FeedbackFigures, "byField">): number[] {
  const late = answered - answeredOnTime - answeredExtended;
  return [received, answered, answeredOnTime, answeredExtended, late, received - answered];
}
