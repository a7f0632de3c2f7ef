import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from "hucre/xlsx";

/** A cell of the sheet to be: rows and columns count from 0. */
interface Placing {
  value?: CellValue;
  /** Without `=`; `value` is then what it comes to. */
  formula?: string;
  style?: CellStyle;
  /** How many rows and columns it spans. */
  rows?: number;
  columns?: number;
}

export interface Grid {
  put(row: number, column: number, placing: Placing): void;
  content(): Required<Pick<WriteSheet, "cells" | "merges">>;
}

/** Cells placed one by one; a merged cell carries its style on every cell it covers, or its border would have gaps. */
export function createGrid(): Grid {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  return {
    put(row, column, { value = null, formula, style = {}, rows = 1, columns = 1 }) {
      for (let r = row; r < row + rows; r++)
        for (let c = column; c < column + columns; c++) cells.set(`${r},${c}`, { value: null, style });
      cells.set(`${row},${column}`, {
        style,
        ...(formula === undefined ? { value } : { formula, formulaResult: value }),
      });
      if (rows > 1 || columns > 1)
        merges.push({
          startRow: row,
          startCol: column,
          endRow: row + rows - 1,
          endCol: column + columns - 1,
        });
    },
    content: () => ({ cells, merges }),
  };
}

/** 0-based row and column → `C10`; columns A to Z. */
export function cellName(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
