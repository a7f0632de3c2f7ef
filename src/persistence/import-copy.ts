import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Transaction } from "./database.ts";
import type { StagedRow, Value } from "../domain/imports/import-store.ts";

const chunkCharacters = 64 * 1024;

/** Streams rows into a table by COPY; returns how many. What `rows` throws is thrown on. */
export async function copyRows(
  { client }: Transaction,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly StagedRow[]>,
): Promise<number> {
  const target = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(copyText(columns, rows), { objectMode: false }), target);
  return target.rowCount;
}

async function* copyText(
  columns: readonly string[],
  batches: AsyncIterable<readonly StagedRow[]>,
): AsyncGenerator<string> {
  let chunk = "";
  for await (const rows of batches) {
    for (const row of rows) {
      let separator = "";
      for (const column of columns) {
        chunk += separator + copyCell(row[column]);
        separator = "\t";
      }
      chunk += "\n";
    }
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

/** One value in the text format of COPY. */
function copyCell(value: Value | undefined): string {
  if (typeof value === "string")
    return /[\\\t\n\r]/.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (c) => escapes[c]!) : value;
  if (value === null || value === undefined) return "\\N";
  return value instanceof Date ? value.toISOString() : String(value);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
