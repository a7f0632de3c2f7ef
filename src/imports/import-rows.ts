import type { ImportKindName } from "./import-kind.ts";
import type { ImportOrigin } from "../domain/imports/import-store.ts";
import { importTable, type ImportSummary, type ImportTools } from "./import-table.ts";
import { importKinds } from "./kinds/kinds.ts";
import type { TableRow } from "./table.ts";

/** A row by the names of its columns, as a file of its kind would hold it. */
export type NamedRow = Readonly<Record<string, string>>;

/**
 * Imports rows that are no file, by the same rules; lines count from 1. Throws an Error when a row has a column that
 * its kind does not know, or when there is no row.
 */
export async function importRows(
  kind: ImportKindName,
  rows: Iterable<NamedRow> | AsyncIterable<NamedRow>,
  { now, source, isDemonstration, ...tools }: ImportTools & ImportOrigin,
): Promise<ImportSummary> {
  const header = importKinds[kind].columns.map(({ name }) => name);
  const table = { header, delimiter: ",", rows: tableRows(rows, header), fractionRead: () => 0 } as const;
  return importTable(importKinds[kind], table, { now, source, isDemonstration }, tools);
}

async function* tableRows(
  rows: Iterable<NamedRow> | AsyncIterable<NamedRow>,
  header: readonly string[],
): AsyncGenerator<TableRow[]> {
  let line = 0;
  for await (const row of rows) {
    const unknown = Object.keys(row).find((name) => !header.includes(name));
    if (unknown) throw new Error(`No column is called ${unknown}; there are: ${header.join(", ")}`);
    yield [{ line: ++line, cells: header.map((name) => row[name] ?? "") }];
  }
}
