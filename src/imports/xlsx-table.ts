import { Readable } from "node:stream";
import type { CellValue } from "hucre/xlsx";
import { FileRefusedError, type TableRow } from "./table.ts";

/** Rows of the first sheet, one at a time. Throws FileRefusedError where the file is no workbook, or a damaged or locked one. */
export async function* xlsxRows(bytes: Readable): AsyncGenerator<TableRow[]> {
  const workbook = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
  const { streamXlsxRows } = await import("hucre/xlsx");
  try {
    for await (const { index, values } of streamXlsxRows(workbook))
      yield [{ line: index + 1, cells: values.map(cellText) }];
  } catch (error) {
    if (bytes.errored) throw bytes.errored;
    throw new FileRefusedError("import-refused-bad-xlsx", {}, { cause: error });
  }
}

/** A date cell holds the time on the wall and no zone; midnight is how a sheet writes a day alone. */
function cellText(value: CellValue): string {
  if (!(value instanceof Date)) return String(value ?? "");
  const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split(/[T.]/);
  return time === "00:00:00" ? day! : `${day} ${time}`;
}
