import type { MessageKey } from "../../wording/wording.ts";
import type { Speech } from "../report-material.ts";
import { formColumns, sums, type FormColumn } from "./form-rows.ts";
import type { Grid } from "./grid.ts";
import { styles } from "./styles.ts";

/** The row where the head of the table begins. */
export const formHeadRow = 4;

type Title = Extract<MessageKey, `report-column-${string}`>;
type Titled = [title: Title, row: number, column: number, rows: number, columns: number];

/** The merged heads: where each begins, and how many rows and columns it spans. */
const heads: Titled[] = [
  ["report-column-serial", 0, 0, 3, 1],
  ["report-column-field", 0, 1, 3, 1],
  ["report-column-received", 0, 2, 1, 4],
  ["report-column-total", 1, 2, 2, 1],
  ["report-column-in-period", 1, 3, 1, 2],
  ["report-column-online", 2, 3, 1, 1],
  ["report-column-direct", 2, 4, 1, 1],
  ["report-column-carried-over", 1, 5, 2, 1],
  ["report-column-resolved", 0, 6, 1, 4],
  ["report-column-total", 1, 6, 2, 1],
  ["report-column-early", 1, 7, 2, 1],
  ["report-column-on-time", 1, 8, 2, 1],
  ["report-column-late", 1, 9, 2, 1],
  ["report-column-open", 0, 10, 1, 3],
  ["report-column-total", 1, 10, 2, 1],
  ["report-column-in-time", 1, 11, 2, 1],
  ["report-column-late", 1, 12, 2, 1],
];

/** The head of form II.06a: three rows of titles, and the row of column numbers (1) to (13). */
export function putFormHead(grid: Grid, { say, language }: Speech): void {
  for (const [title, row, column, rows, columns] of heads)
    grid.put(formHeadRow + row, column, { value: say(language, title), style: styles.head, rows, columns });
  const numbers = ["(1)", "(2)", ...formColumns.map(numbered)];
  numbers.forEach((value, column) =>
    grid.put(formHeadRow + 3, column, { value, style: styles.columnNumber }),
  );
}

/** `(3) = (4)+(5)+(6)` for a total, `(4)` for the rest. */
function numbered(column: FormColumn): string {
  const number = (of: FormColumn) => formColumns.indexOf(of) + 3;
  const range = sums[column];
  if (!range) return `(${number(column)})`;
  const [first, last] = range.map(number) as [number, number];
  const parts = Array.from({ length: last - first + 1 }, (_, at) => `(${first + at})`);
  return `(${number(column)}) = ${parts.join("+")}`;
}
