import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvRows } from "../../src/imports/csv-table.ts";
import type { TableRow } from "../../src/imports/table.ts";

async function readInParts(text: string, partBytes: number): Promise<TableRow[]> {
  const bytes = Buffer.from(text);
  const parts = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, at) =>
    bytes.subarray(at * partBytes, (at + 1) * partBytes),
  );
  const rows: TableRow[] = [];
  for await (const some of csvRows(Readable.from(parts), ",")) rows.push(...some);
  return rows;
}

const plainCell = fc.stringMatching(/^[a-zà-ỹ0-9 ;]{0,6}$/u);
const cells = fc.array(fc.array(plainCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const lineEnds = fc.constantFrom("\n", "\r\n");

it("lines read the same whether their cells are quoted or not, in whatever parts they come", async () => {
  await fc.assert(
    fc.asyncProperty(
      cells,
      lineEnds,
      fc.boolean(),
      fc.integer({ min: 1, max: 30 }),
      async (rows, end, isEnded, part) => {
        const last = isEnded ? end : "";
        const write = (cell: (text: string) => string) =>
          rows.map((row) => row.map(cell).join(",")).join(end) + last;
        const [plain, quoted] = [write((text) => text), write((text) => `"${text}"`)];
        // A line of nothing at the end is none.
        const expected = rows.map((row, at) => ({ line: at + 1, cells: row }));
        if (!isEnded && rows.at(-1)!.join() === "") expected.pop();
        expect(await readInParts(plain, part)).toEqual(expected);
        expect(await readInParts(quoted, part)).toEqual(
          rows.map((row, at) => ({ line: at + 1, cells: row })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it("a quote further down, a lone line end or a cell of several lines changes nothing above or below", async () => {
  const cases: [text: string, rows: [line: number, ...cells: string[]][]][] = [
    [
      'a,b\n1,2\n"x\ny",3\n4,5\n',
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "x\ny", "3"],
        [5, "4", "5"],
      ],
    ],
    [
      'a,b\r\n1,"2"\r\n3,4',
      [
        [1, "a", "b"],
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "a,b\r1,2\r",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "a,b\n\n1,2",
      [
        [1, "a", "b"],
        [2, ""],
        [3, "1", "2"],
      ],
    ],
  ];
  for (const [text, rows] of cases)
    for (const part of [1, 2, 3, 5, 1000])
      expect(await readInParts(text, part)).toEqual(rows.map(([line, ...row]) => ({ line, cells: row })));
});
