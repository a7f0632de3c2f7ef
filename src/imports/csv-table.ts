import { pipeline, type Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { FileRefusedError, type Delimiter, type TableRow } from "./table.ts";

/** The delimiter that stands most often in the header line; the comma when none does. */
export function guessDelimiter(beginning: string): Delimiter {
  const headerLine = beginning.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  const count = (delimiter: Delimiter) => headerLine.split(delimiter).length;
  return ([",", ";", "\t"] as const).reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** Rows of UTF-8 CSV, the header among them. Throws FileRefusedError where it is not CSV, or not UTF-8. */
export async function* csvRows(bytes: Readable, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    // A quote that is never closed must not pull the rest of the file into memory.
    max_record_size: 1 << 20,
  });
  // The loop below meets whatever goes wrong in the pipeline.
  pipeline(bytes, decodeUtf8, parser, () => {});
  let nextLine = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { line: nextLine, cells };
      nextLine += 1 + countLineBreaks(cells);
    }
  } catch (error) {
    throw error instanceof CsvError
      ? new FileRefusedError("import-refused-bad-csv", { line: String(error["lines"]) }, { cause: error })
      : error;
  }
}

async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError
      ? new FileRefusedError("import-refused-not-utf8", {}, { cause: error })
      : error;
  }
}

function countLineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}
