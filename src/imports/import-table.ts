import type { Say } from "../wording/wording.ts";
import { cleanCell } from "./clean-cell.ts";
import { Fault } from "./fault.ts";
import type { ImportKind } from "./import-kind.ts";
import type {
  ImportOrigin,
  ImportStore,
  KnownCodes,
  MergeRefusal,
  StagedRow,
} from "../domain/imports/import-store.ts";
import { matchHeader } from "./match-header.ts";
import type { Rejection } from "./reject-file.ts";
import { FileRefusedError, type Table, type TableRow } from "./table.ts";

/** Counts of rows: read = added + changed + unchanged + rejected. */
export interface ImportSummary {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** In the order of the file. */
  rejections: Rejection[];
}

export interface ImportTools {
  store: ImportStore;
  say: Say;
  /** What each cell of the header means, where a person decided on it; null: nothing. */
  meanings?: readonly (string | null)[];
  /** Hears of every thousandth row: how many were read, and which part (0–1) of the file that is. */
  onProgress?: (progress: { rows: number; fraction: number }) => void;
}

const rowsBetweenProgress = 1000;

/**
 * Checks the rows of an opened table and merges those that are right; closes the table in any case. Throws
 * FileRefusedError on a wrong header or no row.
 */
export async function importTable(
  kind: ImportKind,
  table: Table,
  origin: ImportOrigin,
  tools: ImportTools,
): Promise<ImportSummary> {
  try {
    return await mergeTable(kind, table, origin, tools);
  } finally {
    await table.rows.return(undefined);
  }
}

async function mergeTable(
  kind: ImportKind,
  table: Table,
  origin: ImportOrigin,
  { store, say, meanings, onProgress }: ImportTools,
): Promise<ImportSummary> {
  const positions = matchHeader(kind, table.header, meanings);
  const rejected: { line: number; faults: Fault[] }[] = [];
  let read = 0;

  function stageRow(row: TableRow, known: KnownCodes): StagedRow | undefined {
    read += 1;
    if (read % rowsBetweenProgress === 0) onProgress?.({ rows: read, fraction: table.fractionRead() });
    const staged = readRow(kind, row, positions, table.header.length, known);
    if (!Array.isArray(staged)) return staged as StagedRow;
    rejected.push({ line: row.line, faults: staged });
    return undefined;
  }

  async function* stagedRows(known: KnownCodes): AsyncGenerator<StagedRow[]> {
    for await (const rows of table.rows)
      yield rows.map((row) => stageRow(row, known)).filter((row) => row !== undefined);
    if (read === 0) throw new FileRefusedError("import-refused-empty");
  }

  const { refusals, ...counts } = await store.merge(kind.table, stagedRows, origin);
  for (const refusal of refusals) rejected.push({ line: refusal.line, faults: [faultOf(refusal, kind)] });
  const rejections = rejected
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, faults }) => showRejection(line, faults, say));
  return { read, ...counts, rejected: rejections.length, rejections };
}

function readRow(
  kind: ImportKind,
  { line, cells }: TableRow,
  positions: readonly number[],
  width: number,
  known: KnownCodes,
): StagedRow | Fault[] {
  const surplus = cells.slice(width).some((cell) => cell.trim() !== "");
  if (surplus)
    return [new Fault("import-row-too-many-cells", { count: String(cells.length), expected: String(width) })];
  const ordered = positions.map((position) => cleanCell(cells[position] ?? ""));
  return kind.readRow(ordered, known, line);
}

function faultOf(refusal: MergeRefusal, { columns, parent }: ImportKind): Fault {
  switch (refusal.kind) {
    case "repeated":
      return new Fault("import-row-repeated", { firstLine: String(refusal.firstLine) }, columns[0]?.name);
    case "overlapping":
      return new Fault("import-row-overlapping-hours", { firstLine: String(refusal.firstLine) }, "tu");
    case "unknown-parent":
      return new Fault(parent!.unknown, { value: refusal.code }, parent?.column);
    case "parent-cycle":
      return new Fault("import-row-parent-cycle", { value: refusal.code }, parent?.column);
  }
}

function showRejection(line: number, faults: readonly Fault[], say: Say): Rejection {
  const columns = faults.flatMap((fault) => fault.column ?? []).join(", ");
  // Each fault carries the variables its own sentence takes; the compiler cannot pair them.
  const sayFault = say as (language: "vi", key: string, values: Fault["values"]) => string;
  return { line, columns, reason: faults.map(({ key, values }) => sayFault("vi", key, values)).join(" ") };
}
