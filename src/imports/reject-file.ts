import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Say } from "../wording/wording.ts";
import { byteOrderMark, csvLine } from "../wording/csv-line.ts";
import { openTable } from "./open-table.ts";

/** A row that was not taken: where it stands in the file, in which columns, and why, in Vietnamese. */
export interface Rejection {
  line: number;
  columns: string;
  reason: string;
}

/** Where the rows of a file that were not taken are written. */
export function rejectFileOf(path: string): string {
  return `${path}.loi.csv`;
}

/**
 * Writes the rows that were not taken beside the file, each with why and its cells as they stood; or removes what a
 * former run left there when every row was taken.
 */
export async function writeRejectFile(
  path: string,
  rejections: readonly Rejection[],
  say: Say,
): Promise<void> {
  const target = rejectFileOf(path);
  if (rejections.length === 0) return rm(target, { force: true });
  const unfinished = `${target}.tmp`;
  await pipeline(rejectLines(path, rejections, say), createWriteStream(unfinished));
  await rename(unfinished, target);
}

async function* rejectLines(
  path: string,
  rejections: readonly Rejection[],
  say: Say,
): AsyncGenerator<string> {
  const byLine = new Map(rejections.map((rejection) => [rejection.line, rejection]));
  const table = await openTable(path);
  const titles = (["import-reject-line", "import-reject-column", "import-reject-reason"] as const).map(
    (key) => say("vi", key),
  );
  yield byteOrderMark + csvLine([...titles, ...table.header], table.delimiter);
  for await (const rows of table.rows)
    for (const { line, cells } of rows) {
      const rejection = byLine.get(line);
      if (rejection)
        yield csvLine([String(line), rejection.columns, rejection.reason, ...cells], table.delimiter);
    }
}
