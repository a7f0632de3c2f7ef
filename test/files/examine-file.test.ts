import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { examineFile, type FileFault } from "../../src/files/examine-file.ts";
import { openTable } from "../../src/imports/open-table.ts";
import { sampleFiles, zipOf } from "../support/sample-files.ts";

const { docx, jpeg, pdf, png, heic, webp, doc, ogg } = sampleFiles;
const wordParts = [
  {
    name: "[Content_Types].xml",
    content: Buffer.from(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
  },
  { name: "word/document.xml", content: Buffer.from("<w:document/>") },
];
const sheetParts = [
  {
    name: "[Content_Types].xml",
    content: Buffer.from(
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
  },
];
/** Nothing, a hundred million times over. */
const swollen = {
  name: "word/big.xml",
  content: deflateRawSync(Buffer.alloc(100_000_000)),
  unpacked: 100_000_000,
  method: 8,
};

/** A PNG whose header claims so many pixels. */
function hugePng(width: number, height: number): Buffer {
  const made = Buffer.from(png);
  made.writeUInt32BE(width, 16);
  made.writeUInt32BE(height, 20);
  return made;
}

describe("a file is told by all of it", () => {
  it.each(Object.entries({ docx, jpeg, pdf, png, heic, webp, doc, ogg }))(
    "%s is taken",
    async (_name, content) => {
      expect((await examineFile(content)).kind).toBe("fit");
    },
  );

  const refused: [what: string, content: Buffer, fault: FileFault][] = [
    [
      "a picture that is an archive as well (GIFAR)",
      zipOf(wordParts, { before: Buffer.from(jpeg) }),
      "two-in-one",
    ],
    [
      "a picture with an archive behind it whose directory counts from there",
      Buffer.concat([jpeg, docx]),
      "two-in-one",
    ],
    [
      "a PDF that is a page as well",
      Buffer.concat([Buffer.from("%PDF-1.7\n<html><script>alert(1)</script>"), pdf]),
      "two-in-one",
    ],
    ["a picture that is a PDF as well", Buffer.concat([jpeg.subarray(0, 20), pdf]), "two-in-one"],
    ["a PDF that is an archive as well", zipOf(wordParts, { before: Buffer.from(pdf) }), "two-in-one"],
    ["a PDF that broke off", pdf.subarray(0, 500), "damaged"],
    ["a document that broke off", docx.subarray(0, docx.length - 30), "damaged"],
    ["a document that swells", zipOf([...wordParts, swollen]), "bomb"],
    [
      "a document of very many parts",
      zipOf([
        ...wordParts,
        ...Array.from({ length: 2500 }, (_, n) => ({ name: `a${n}`, content: Buffer.alloc(0) })),
      ]),
      "bomb",
    ],
    [
      "a document that claims a gigabyte",
      zipOf([...wordParts, { name: "x", content: Buffer.alloc(20_000_000), unpacked: 1_000_000_000 }]),
      "bomb",
    ],
    ["a picture of four billion pixels", hugePng(65_535, 65_535), "bomb"],
    ["a program", sampleFiles.program, "kind"],
    ["a page", sampleFiles.html, "kind"],
    ["a drawing that runs scripts", sampleFiles.svg, "kind"],
    ["a workbook, which no citizen needs to send", zipOf(sheetParts), "kind"],
  ];
  it.each(refused)("%s is refused", async (_what, content, fault) => {
    expect(await examineFile(content)).toEqual({ kind: "unfit", fault });
  });

  it("parts that lie over each other are a bomb, though each is small", async () => {
    const overlapping = zipOf(wordParts);
    const at = overlapping.indexOf("PK\u0001\u0002", 0, "latin1");
    overlapping.writeUInt32LE(overlapping.length, at + 20);
    expect(await examineFile(overlapping)).toEqual({ kind: "unfit", fault: "bomb" });
  });
});

describe("a workbook that is brought in", () => {
  it("and swells is refused before anything of it is unpacked", async () => {
    const folder = await mkdtemp(join(tmpdir(), "motcua-bomb-"));
    try {
      const path = join(folder, "ho-so.xlsx");
      await writeFile(path, zipOf([...sheetParts, { ...swollen, name: "xl/worksheets/sheet1.xml" }]));
      const before = process.memoryUsage().rss;
      await expect(openTable(path)).rejects.toMatchObject({ key: "import-refused-swelling" });
      expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
