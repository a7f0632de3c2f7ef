import { columnsOf } from "./characters.ts";
import { joinTexts, type StyledText } from "./styled-text.ts";

const gap = "  ";

/** Aligned when it fits in `columns` of a fixed-width font; else each row becomes lines that name their figures. */
export function writeTable(head: string[], rows: string[][], columns: number): StyledText {
  const widths = head.map((title, column) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[column] ?? ""))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + gap.length * (head.length - 1);
  if (total > columns)
    return joinTexts(
      rows.map((row) => writeRow(head, row)),
      "\n",
    );
  return [{ text: [head, ...rows].map((row) => alignRow(row, widths)).join("\n"), style: "fixed" }];
}

/** The first column is text and starts at the left, the others are numbers and end at the right. */
function alignRow(row: string[], widths: number[]): string {
  return widths
    .map((width, column) => {
      const cell = row[column] ?? "";
      const padding = " ".repeat(width - columnsOf(cell));
      return column === 0 ? cell + padding : padding + cell;
    })
    .join(gap)
    .trimEnd();
}

/** `Hộ tịch: 120` for one figure, `Hộ tịch` over `Tiếp nhận: 120 · Đúng hạn: 118` for several. */
function writeRow(head: string[], [name = "", ...figures]: string[]): StyledText {
  if (head.length === 2) return [{ text: `${name}:`, style: "bold" }, { text: ` ${figures[0] ?? ""}` }];
  const named = figures.map((figure, index) => `${head[index + 1] ?? ""}: ${figure}`);
  return [{ text: name, style: "bold" }, { text: `\n${named.join(" · ")}` }];
}
