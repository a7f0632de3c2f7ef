import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { runIdOf } from "../../src/domain/statistics/figure-run.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { chartKinds } from "../../src/domain/statistics/report-kinds.ts";
import { reportFile, type ReportFile, type ReportFormat } from "../../src/reports/report-file.ts";
import { hasLibreOffice, openedInLibreOffice } from "../support/libre-office.ts";
import { readPng, sheetsOf, wordsOfDocument, workedOut } from "../support/read-report.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
const quarter = namedPeriod("quarter", 2021, 1, "reporting");

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

async function drawnUp(format: ReportFormat, period = quarter): Promise<ReportFile> {
  const { app } = test;
  const { letterhead } = await app.settings.read();
  const speech = { say: app.say, language: "vi" } as const;
  return (await reportFile(format, { period, now }, { source: app.reports, letterhead, speech }))!;
}

describe("the narrative report of the published quarter", () => {
  let words: string;
  beforeAll(async () => {
    words = wordsOfDocument((await drawnUp({ kind: "docx" })).bytes).join("\n");
  });

  it.each([
    ["quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"],
    ["who is above", "UBND TỈNH (MINH HOẠ)"],
    ["who reports", "SỞ TƯ PHÁP (DỮ LIỆU MINH HOẠ)"],
    ["number", "Số:         /BC-STP"],
    ["place and day", "Minh Hoạ, ngày 23 tháng 11 năm 2026"],
    ["heading", "Kết quả giải quyết thủ tục hành chính quý I/2021"],
    ["period", "từ ngày 15/12/2020 đến ngày 14/03/2021"],
    ["demonstration mark", "Dữ liệu minh hoạ"],
    ["received", "2.654 hồ sơ tiếp nhận trong kỳ"],
    ["carried over", "458 hồ sơ từ kỳ trước chuyển sang"],
    ["online and direct", "431 hồ sơ trực tuyến và 2.223 hồ sơ trực tiếp, qua dịch vụ bưu chính"],
    ["resolved", "Đã giải quyết 2.986 hồ sơ"],
    ["outcomes", "trước hạn 1.973 hồ sơ, đúng hạn 1.013 hồ sơ, quá hạn 0 hồ sơ"],
    ["on time", "tỷ lệ đúng và trước hạn đạt 100%"],
    ["open", "Đang giải quyết 126 hồ sơ: trong hạn 126 hồ sơ"],
    ["online rate", "Tỷ lệ hồ sơ trực tuyến đạt 13,85% (431/3.112 hồ sơ phải giải quyết)"],
    ["target", "Chỉ tiêu của kỳ là 25%"],
    ["target missed", "13,85%, chưa đạt chỉ tiêu 25%"],
    ["by how many dossiers", "còn thiếu 11,15 điểm phần trăm, tức 347 hồ sơ trực tuyến"],
    ["procedures online", "4/144 thủ tục hành chính"],
    ["hotline matters", "2 phản ánh, kiến nghị qua đường dây nóng"],
    ["their fields", "Giao dịch bảo đảm 1, Hộ tịch 1"],
    [
      "interlinked procedures",
      "1 thủ tục liên thông cùng cấp (ngang) và 10 thủ tục liên thông giữa các cấp (dọc)",
    ],
    ["interlinked dossiers", "đã giải quyết 16 hồ sơ liên thông"],
    ["assignments", "đã hoàn thành 3/3 nhiệm vụ"],
    ["whom it goes to", "- UBND tỉnh (b/c);\n- Văn phòng UBND tỉnh;\n- Lãnh đạo Sở;\n- Lưu: VT, VP."],
    ["signature", "GIÁM ĐỐC"],
  ])("states %s", (_, fact) => {
    expect(words).toContain(fact);
  });

  it("closes with ./.", () => {
    expect(words).toMatch(/^Trên đây là báo cáo .*\.\/\.$/m);
  });
});

describe("the official form of the published quarter", () => {
  it("has the form's columns and numbers, a row a field, and totals that add up and agree", async () => {
    const [form] = await sheetsOf((await drawnUp({ kind: "xlsx" })).bytes);
    expect(form!.rows.flat()).toEqual(expect.arrayContaining(["Biểu số II.06a/VPCP/KSTT"]));
    expect(form!.rows.find(([first]) => first === "(1)")).toEqual([
      "(1)",
      "(2)",
      "(3) = (4)+(5)+(6)",
      "(4)",
      "(5)",
      "(6)",
      "(7) = (8)+(9)+(10)",
      "(8)",
      "(9)",
      "(10)",
      "(11) = (12)+(13)",
      "(12)",
      "(13)",
    ]);
    const total = form!.rows.find(([first]) => first === "Tổng cộng")!;
    expect(total.slice(2)).toEqual([3112, 431, 2223, 458, 2986, 1973, 1013, 0, 126, 126, 0]);
    const formulas = [...form!.cells!].filter(([, cell]) => cell.formula);
    expect(formulas.length).toBe(14 * 3 + 11);
    for (const [at, cell] of formulas)
      expect([at, workedOut(form!, cell.formula!)]).toEqual([at, cell.formulaResult]);
  });

  it("is printed on A4 across, as wide as the page, its head on every page", async () => {
    const [form] = await sheetsOf((await drawnUp({ kind: "xlsx" })).bytes);
    expect(form!.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$5:$8",
    });
    expect(form!.merges).toContainEqual({ startRow: 4, startCol: 2, endRow: 4, endCol: 5 });
    expect(form!.merges).toContainEqual({ startRow: 4, startCol: 0, endRow: 6, endCol: 0 });
  });

  it("comes with feedback by field, and with each dossier behind it but nobody's name", async () => {
    const [, feedback, dossiers] = await sheetsOf((await drawnUp({ kind: "xlsx" })).bytes);
    const total = feedback!.rows.find(([first]) => first === "Tổng cộng")!;
    expect(total.slice(2)).toEqual([2, 2, 2, 0, 0, 0]);
    const listed = dossiers!.rows.slice(3);
    expect(listed.length).toBe(3112);
    expect(listed.filter((row) => row[7] === "Trước hạn").length).toBe(1973);
    expect(listed.filter((row) => row[7] === "Đúng hạn").length).toBe(1013);
    expect(listed.filter((row) => row[7] === "Đang giải quyết").length).toBe(126);
    const cells = new Set(listed.flat().map(String));
    const people = await test.app.database.query<{ name: string; phone: string | null }>(
      "select applicant_name as name, applicant_phone as phone from dossier where applicant_name is not null",
    );
    expect(people.length).toBeGreaterThan(3000);
    expect(people.filter(({ name, phone }) => cells.has(name) || cells.has(String(phone)))).toEqual([]);
  });

  it("opens in LibreOffice, which works out every total itself and comes to the same cells", async ({
    skip,
  }) => {
    if (!hasLibreOffice())
      skip("NO LIBREOFFICE ON THIS MACHINE: the workbook was only read back by the library that wrote it.");
    const { bytes } = await drawnUp({ kind: "xlsx" });
    const resaved = openedInLibreOffice("form.xlsx", withoutResults(bytes));
    const [ours, theirs] = [await sheetsOf(bytes), await sheetsOf(resaved)];
    const written = ours.map(({ rows }) => rows);
    // What we left empty LibreOffice may leave out.
    const opened = written.map((rows, sheet) =>
      rows.map((cells, row) => cells.map((value, column) => value && theirs[sheet]!.rows[row]?.[column])),
    );
    expect(opened).toEqual(written);
  }, 90_000);
});

/** The workbook with its formulas bare: whoever opens it has to work them out. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const zip = new PizZip(bytes);
  let bare = 0;
  for (const { name } of zip.file(/^xl\/worksheets\/.*\.xml$/)) {
    const sheet = zip.file(name)!.asText();
    zip.file(
      name,
      sheet.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, (_, formula: string) => {
        bare += 1;
        return formula;
      }),
    );
  }
  expect(bare).toBeGreaterThan(30);
  return zip.generate({ type: "uint8array" });
}

describe("the charts of the demonstration", () => {
  it.each(chartKinds)("of %s is a picture for a phone, in the chart's colours", async (chart) => {
    const { bytes, altText, name } = await drawnUp(
      { kind: "png", chart },
      namedPeriod("quarter", 2026, 3, "reporting"),
    );
    const { width, height, colours } = readPng(bytes);
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(800);
    expect(colours.size).toBeGreaterThan(100);
    expect(colours.get("#ffffff")! / (width * height)).toBeLessThan(0.97);
    expect(colours.get("#fff3e0"), "the mark of the demonstration").toBeGreaterThan(1000);
    expect(altText).toContain("Quý III/2026: ");
    expect(altText).toContain("Số liệu đến hết ngày 14/09/2026.");
    expect(name).toMatch(/^Biểu đồ .* – Quý III-2026\.png$/);
  });

  it.each([
    ["outcome", "không có hồ sơ nào quá hạn trong 2.986 hồ sơ đã giải quyết"],
    ["mode", "13,85% hồ sơ nộp trực tuyến, chưa đạt chỉ tiêu 25%"],
    ["backlog", "còn 126 hồ sơ đang giải quyết, giảm 332 so với đầu kỳ, không hồ sơ nào quá hạn"],
    ["units", "cả 4 đơn vị đều không có hồ sơ giải quyết quá hạn"],
    ["late", "không có hồ sơ nào quá hạn"],
  ] as const)("says what %s finds", async (chart, finding) => {
    const { altText, figures } = await drawnUp({ kind: "png", chart });
    expect(altText).toContain(`Quý I/2021: ${finding}. `);
    expect(altText).toContain(`Mã số liệu ${runIdOf(figures)}.`);
    const asked = await test.app.statistics.figures({ period: quarter, now });
    expect(runIdOf(figures)).toBe(runIdOf(asked!));
  });
});
