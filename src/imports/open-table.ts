import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { csvRows, guessDelimiter } from "./csv-table.ts";
import { foreignEncoding } from "./foreign-encoding.ts";
import { FileRefusedError, type Delimiter, type RefusalKey, type Table, type TableRow } from "./table.ts";
import { examineZip } from "../files/zip-directory.ts";
import { xlsxRows } from "./xlsx-table.ts";

const headBytes = 64 * 1024;
/** A sheet of a million dossiers unpacks to less than a third of that. */
const packedLimits = { entries: 2000, unpackedBytes: 2 * 1024 ** 3 };

/** How a file begins that people take for a table and that is none we can read. */
const otherBeginnings: [bytes: string, refusal: RefusalKey][] = [
  ["%PDF", "import-refused-pdf"],
  ["\xd0\xcf\x11\xe0", "import-refused-old-excel"],
];

/**
 * Opens a CSV or XLSX file, told apart by what is in it, whatever its name. Throws FileRefusedError
 * when it is neither, and the system's own error when it cannot be read at all.
 */
export async function openTable(path: string): Promise<Table> {
  const [head, { size }] = await Promise.all([readHead(path), stat(path)]);
  if (head.toString("utf8").trim() === "") throw new FileRefusedError("import-refused-empty");
  const beginning = head.toString("latin1");
  const other = otherBeginnings.find(([start]) => beginning.startsWith(start));
  if (other) throw new FileRefusedError(other[1]);
  const isZip = beginning.startsWith("PK\x03\x04");
  const encoding = isZip ? undefined : foreignEncoding(head, head.length === size);
  if (encoding) throw new FileRefusedError(encoding);
  if (!isZip && head.includes(0)) throw new FileRefusedError("import-refused-not-a-table");
  if (isZip) await refuseSwelling(path, size);
  const bytes = createReadStream(path, { highWaterMark: headBytes });
  const fractionRead = () => bytes.bytesRead / size;
  if (isZip) return tableOf(xlsxRows(bytes), ",", fractionRead);
  const delimiter = guessDelimiter(head.toString("utf8"));
  return tableOf(csvRows(bytes, delimiter), delimiter, fractionRead);
}

/** Before anything of it is unpacked. */
async function refuseSwelling(path: string, size: number): Promise<void> {
  await using file = await open(path);
  const read = async (offset: number, length: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  const fault = await examineZip({ size, read }, packedLimits);
  if (fault === "bomb") throw new FileRefusedError("import-refused-swelling");
  if (fault) throw new FileRefusedError("import-refused-bad-xlsx");
}

/** The first row that is not blank is the header. */
async function tableOf(
  all: AsyncGenerator<TableRow[]>,
  delimiter: Delimiter,
  fractionRead: () => number,
): Promise<Table> {
  const rows = withoutBlank(all);
  const first = await rows.next();
  if (first.done) throw new FileRefusedError("import-refused-empty");
  return { header: first.value[0]!.cells, delimiter, rows, fractionRead };
}

/** The first of them comes alone. */
async function* withoutBlank(all: AsyncGenerator<TableRow[]>): AsyncGenerator<TableRow[]> {
  let isFirst = true;
  for await (const rows of all) {
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    if (isFirst && filled.length > 0) {
      yield filled.splice(0, 1);
      isFirst = false;
    }
    if (filled.length > 0) yield filled;
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
