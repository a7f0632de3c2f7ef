import type { FilePreview } from "../domain/imports/import-run.ts";
import { cleanCell } from "./clean-cell.ts";
import { foldName } from "./fold-name.ts";
import type { ImportKindName } from "./import-kind.ts";
import { importKinds } from "./kinds/kinds.ts";
import { openTable } from "./open-table.ts";
import { placeColumns, understandHeader, type RememberedColumns } from "./understood-header.ts";

const sampleRows = 8;
const mostColumns = 100;
const longestCell = 200;

/** The header of a file, what its columns mean so far as one can tell, and its first rows. Throws FileRefusedError. */
export async function previewFile(
  kind: ImportKindName,
  path: string,
  remembered: RememberedColumns,
): Promise<FilePreview> {
  const table = await openTable(path);
  try {
    const header = table.header.slice(0, mostColumns).map(shorten);
    const sample: string[][] = [];
    for await (const rows of table.rows) {
      for (const { cells } of rows.slice(0, sampleRows - sample.length))
        sample.push(header.map((_title, at) => shorten(cells[at] ?? "")));
      if (sample.length === sampleRows) break;
    }
    const meanings = understandHeader(importKinds[kind], table.header, remembered);
    return { header, sample, meanings: header.map((_title, at) => meanings[at] ?? null) };
  } finally {
    await table.rows.return(undefined);
  }
}

/** What stands against reading a file with these meanings: columns it must have and those named twice. */
export function faultsOfMeanings(
  kind: ImportKindName,
  header: readonly string[],
  meanings: readonly (string | null)[],
): { missing: string[]; twice: string[] } {
  const { missing, twice } = placeColumns(importKinds[kind], header, meanings);
  return { missing, twice };
}

/** The meanings that a person gave and the names do not tell, by folded header: to be remembered. */
export function newMeanings(
  kind: ImportKindName,
  header: readonly string[],
  meanings: readonly (string | null)[],
): Map<string, string | null> {
  const told = understandHeader(importKinds[kind], header);
  return new Map(
    header.flatMap((title, at) =>
      meanings[at] === told[at] ? [] : [[foldName(title), meanings[at] ?? null]],
    ),
  );
}

function shorten(cell: string): string {
  return cleanCell(cell).slice(0, longestCell);
}
