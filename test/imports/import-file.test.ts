import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { importFile } from "../../src/imports/import-file.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createImportRoom, dossierFile, dossierRow, say, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => {
  room = await createImportRoom();
});
beforeEach(() => room.database.query("truncate dossier, dossier_event, assignment cascade"));
afterAll(() => room[Symbol.asyncDispose]());

async function assignments(): Promise<unknown[]> {
  return room.database.query(
    "select code, content, assigned_on, due_on, done_on from assignment order by code",
  );
}

const report = {
  code: "UBND-1",
  content: "Báo cáo quý I; gửi UBND tỉnh",
  assigned_on: "2021-01-05",
  due_on: "2021-03-15",
  done_on: null,
};

describe("a file", () => {
  it.each([
    [
      "with commas",
      `ma_nhiem_vu,noi_dung,ngay_giao,han,ma_don_vi\nUBND-1,Báo cáo quý I; gửi UBND tỉnh,2021-01-05,15/03/2021,H57.16\n`,
    ],
    [
      "with semicolons, a byte order mark and Windows line ends",
      `\uFEFFma_nhiem_vu;noi_dung;ngay_giao;han;ma_don_vi\r\nUBND-1;"Báo cáo quý I; gửi UBND tỉnh";2021-01-05;15/03/2021;H57.16\r\n`,
    ],
    [
      "with the headers people write, in another order, and a running number",
      `STT,Hạn,MÃ NHIỆM VỤ,Nội dung,Ngay giao,Mã đơn vị\n1,15/03/2021,UBND-1,Báo cáo quý I; gửi UBND tỉnh,5/1/2021,H57.16\n`,
    ],
    [
      "with decomposed letters, spaces around and blank lines",
      `ma_nhiem_vu,noi_dung,ngay_giao,han,ma_don_vi\n\n UBND-1 , Báo cáo quý I; gửi UBND tỉnh ,2021-01-05,15/03/2021,H57.16,,\n,,,,\n`.normalize(
        "NFD",
      ),
    ],
  ])("%s is read", async (_name, content) => {
    expect(await room.importText("nhiem-vu", content)).toMatchObject({ kind: "imported", read: 1, added: 1 });
    expect(await assignments()).toEqual([report]);
  });

  it("that is a workbook is read whatever its name, dates as the sheet shows them", async () => {
    const sheet = await writeXlsx({
      sheets: [
        {
          name: "Nhiệm vụ",
          rows: [
            ["Mã nhiệm vụ", "Nội dung", "Ngày giao", "Hạn", "Hoàn thành", "Mã đơn vị"],
            [
              1022,
              "Việc số",
              new Date("2021-01-05T00:00:00Z"),
              "15/03/2021",
              new Date("2021-03-14T23:30:00Z"),
              "H57.16",
            ],
            [],
            ["UBND-2", "Việc hỏng", "không rõ", "15/03/2021", null, "H57.16"],
          ],
        },
      ],
    });
    const outcome = await room.importText("nhiem-vu", Buffer.from(sheet), { name: "xuat.csv" });
    expect(outcome).toMatchObject({ read: 2, added: 1, rejections: [{ line: 4, columns: "ngay_giao" }] });
    expect(await assignments()).toEqual([
      {
        code: "1022",
        content: "Việc số",
        assigned_on: "2021-01-05",
        due_on: "2021-03-15",
        done_on: "2021-03-14",
      },
    ]);
  });

  it("counts the lines of an editor, also after a cell of several lines", async () => {
    const outcome = await room.importText(
      "nhiem-vu",
      `ma_nhiem_vu,noi_dung,ngay_giao,han,ma_don_vi\n\nUBND-1,"hai\ndòng",2021-01-05,15/03/2021,H57.16\nUBND-2,x,2021-01-05,14/01/2020,H57.16\n`,
    );
    expect(outcome).toMatchObject({ rejections: [{ line: 5, columns: "han" }] });
  });
});

describe("a file refused whole", () => {
  const zip = (name: string) => Buffer.from(`PK\u0003\u0004${name}`, "latin1");

  it.each([
    ["an empty one", "", "không có dòng dữ liệu"],
    ["one of blank lines", "\n \n", "không có dòng dữ liệu"],
    ["one with a header alone", dossierFile(), "không có dòng dữ liệu"],
    ["a PDF", "%PDF-1.7\n…", "PDF"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), ".xls"],
    ["UTF-16", Buffer.from(`\uFEFF${dossierFile(dossierRow())}`, "utf16le"), "UTF-8"],
    [
      "Windows-1258",
      Buffer.concat([Buffer.from(dossierFile(dossierRow())), Buffer.from([0xec, 0x20])]),
      "UTF-8",
    ],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), "không phải CSV hay XLSX"],
    ["another zip", zip("word/document.xml"), "không phải bảng tính"],
    ["one with a quote left open", `${dossierFile(dossierRow())}"H57,`, "dòng 3"],
    [
      "a misspelt header",
      dossierFile(dossierRow()).replace("hen_tra", "hen_trar"),
      "Không rõ cột: hen_trar.",
    ],
    ["a missing column", "ma_ho_so,ma_don_vi\nx,y\n", "Thiếu cột: ma_thu_tuc, hinh_thuc, tiep_nhan."],
    ["a column that stands twice", `Mã hồ sơ,${dossierFile(dossierRow())}`, "Cột bị lặp: ma_ho_so."],
    ["a file of units", "ma_don_vi,ten\nH57.17,Sở Y tế\n", `import don-vi`],
  ])("is %s", async (_name, content, words) => {
    const outcome = await room.importText("ho-so", content);
    expect(outcome).toEqual({ kind: "refused", sentence: expect.stringContaining(words) });
    expect(await room.database.query("select from dossier")).toEqual([]);
    expect(existsSync(room.pathOf("ho-so.csv.loi.csv"))).toBe(false);
  });

  it("leaves out of the sentence what is not wrong", async () => {
    const outcome = await room.importText("don-vi", "ma_don_vi,ghi_chu\nx,y\n");
    expect(outcome).toEqual({
      kind: "refused",
      sentence:
        "Dòng tiêu đề chưa đúng, nên chưa có gì được nhập. Thiếu cột: ten. Không rõ cột: ghi_chu. " +
        "Các cột của loại tệp này: ma_don_vi, ten, ma_don_vi_cha.",
    });
  });

  it.runIf(existsSync("/proc/self/fd"))("is closed again", async () => {
    const isOpen = () =>
      readdirSync("/proc/self/fd").some((fd) => {
        const link = `/proc/self/fd/${fd}`;
        return existsSync(link) && readlinkSync(link) === room.pathOf("ho-so.csv");
      });
    await room.importText("ho-so", `ma_don_vi,ten\n${"H57.17,Sở Y tế\n".repeat(50_000)}`);
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });

  it("fails as the system says when it is not there", async () => {
    const missing = importFile("ho-so", room.pathOf("không có.csv"), {
      store: createImportStore(room.database),
      say,
      now: new Date(),
    });
    await expect(missing).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("the reject file", () => {
  const reject = () => readFile(room.pathOf("nhiem-vu.csv.loi.csv"), "utf8");
  const header = "ma_nhiem_vu;noi_dung;ngay_giao;han;ma_don_vi";

  it("holds the rejected rows in their order, why, and their cells as they stood", async () => {
    const outcome = await room.importText(
      "nhiem-vu",
      `${header}\nA;tốt;05/01/2021;15/03/2021;H57.16\nB;"xấu ""quá""; thật";05/01/2021;31/02/2021;H57.16\nA;khác;05/01/2021;15/03/2021;H57.16\nC;x;05/01/2021;15/03/2021;H57.16;thừa\n`,
    );
    expect(outcome).toMatchObject({
      read: 4,
      added: 1,
      rejected: 3,
      rejectFile: room.pathOf("nhiem-vu.csv.loi.csv"),
    });
    const lines = (await reject()).split("\r\n");
    expect(lines).toEqual([
      `\uFEFFDòng;Cột;Lý do;${header}`,
      expect.stringMatching(
        /^3;han;"""31\/02\/2021"" không phải.*";B;"xấu ""quá""; thật";05\/01\/2021;31\/02\/2021;H57.16$/,
      ),
      expect.stringMatching(/^4;ma_nhiem_vu;.*dòng 2.*;A;khác;05\/01\/2021;15\/03\/2021;H57.16$/),
      expect.stringMatching(/^5;;.*6 ô.*;C;x;05\/01\/2021;15\/03\/2021;H57.16;thừa$/),
      "",
    ]);
  });

  it("can be corrected and imported itself, and runs nothing in a spreadsheet", async () => {
    await room.importText("nhiem-vu", `${header}\nA;=HYPERLINK("http://x");05/01/2021;sai;H57.16\n`);
    expect(await reject()).toContain(`'=HYPERLINK`);
    const corrected = (await reject()).replace(";sai;", ";15/03/2021;");
    const outcome = await room.importText("nhiem-vu", corrected, { name: "đã sửa.csv" });
    expect(outcome).toMatchObject({ added: 1, rejected: 0 });
    expect(await assignments()).toMatchObject([{ content: `=HYPERLINK("http://x")` }]);
  });

  it("goes away once every row is taken", async () => {
    await room.importText("nhiem-vu", `${header}\nA;x;05/01/2021;sai;H57.16\n`);
    expect(await reject()).not.toBe("");
    const outcome = await room.importText("nhiem-vu", `${header}\nA;x;05/01/2021;15/03/2021;H57.16\n`);
    expect(outcome).toMatchObject({ rejected: 0, rejectFile: null });
    await expect(reject()).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("the progress of an import", () => {
  it("is told as the file is read", async () => {
    const rows = Array.from({ length: 2500 }, (_, i) =>
      dossierRow({ ma_ho_so: `H57.16-210315-${10_000 + i}` }),
    );
    const heard: { rows: number; fraction: number }[] = [];
    await room.importText("ho-so", dossierFile(...rows), { onProgress: (progress) => heard.push(progress) });
    expect(heard.map(({ rows }) => rows)).toEqual([1000, 2000]);
    expect(heard.every(({ fraction }) => fraction > 0 && fraction <= 1)).toBe(true);
  });
});
