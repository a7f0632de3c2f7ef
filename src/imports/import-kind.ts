import { Fault, type FaultKey } from "./fault.ts";
import type { ImportTable, KnownCodes, StagedRow, Value } from "../domain/imports/import-store.ts";
import type { Reader } from "./readers.ts";

export const importKindNames = [
  "don-vi",
  "thu-tuc",
  "can-bo",
  "ho-so",
  "nhiem-vu",
  "phan-anh",
  "ngay-nghi",
  "gio-lam-viec",
  "phan-cong",
  "chi-tieu",
] as const;
export type ImportKindName = (typeof importKindNames)[number];

/** One column of a kind of file. */
export interface Column<T = unknown> {
  /** As the contract writes it: `ma_ho_so`. */
  name: string;
  /** As people write it: `Mã hồ sơ`. */
  title: string;
  /** Whether a file without this column is refused. */
  isExpected: boolean;
  /** Reads a trimmed cell, which may be empty. */
  read(cell: string, known: KnownCodes): T | Fault;
}

export interface Parent {
  column: string;
  unknown: FaultKey;
}

/** One kind of file: its columns, and the row of the database that a row of it becomes. */
export interface ImportKind {
  name: ImportKindName;
  table: ImportTable;
  /** The first one holds the code by which rows are told apart. */
  columns: readonly Column[];
  /** For kinds that form a tree: the column that names the parent, and what to say when nobody is called so. */
  parent?: Parent;
  /** `cells` stand in the order of `columns`. All that is wrong is told at once. */
  readRow(cells: readonly string[], known: KnownCodes, line: number): StagedRow | Fault[];
}

/** A column that each row must fill. */
export function required<T>(name: string, title: string, read: Reader<T>): Column<T> {
  return {
    name,
    title,
    isExpected: true,
    read: (cell, known) => (cell === "" ? new Fault("import-row-missing") : read(cell, known)),
  };
}

/** A column that may be left empty or out. */
export function optional<T>(name: string, title: string, read: Reader<T>): Column<T | null> {
  return { name, title, isExpected: false, read: (cell, known) => (cell === "" ? null : read(cell, known)) };
}

/** A column that the file must have but a row may leave empty. */
export function expected<T>(name: string, title: string, read: Reader<T>): Column<T | null> {
  return { ...optional(name, title, read), isExpected: true };
}

type Columns = Record<string, Column>;
type Cells<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Declares a kind. `toRow` sees the cells once each can be read by itself, and checks them against one another. */
export function importKind<const C extends Columns>(kind: {
  name: ImportKindName;
  table: ImportTable;
  columns: C;
  parent?: Parent;
  toRow(cells: Cells<C>): Record<string, Value> | Fault[];
}): ImportKind {
  const keys = Object.keys(kind.columns);
  const columns = Object.values(kind.columns);
  return {
    name: kind.name,
    table: kind.table,
    columns,
    ...(kind.parent && { parent: kind.parent }),
    readRow(texts, known, line) {
      const cells: Record<string, unknown> = {};
      const faults: Fault[] = [];
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at]!;
        const cell = column.read(texts[at] ?? "", known);
        if (cell instanceof Fault) faults.push(cell.inColumn(column.name));
        else cells[keys[at]!] = cell;
      }
      if (faults.length) return faults;
      const row = kind.toRow(cells as Cells<C>);
      return Array.isArray(row) ? row : Object.assign(row, { line });
    },
  };
}
