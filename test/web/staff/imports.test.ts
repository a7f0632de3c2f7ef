import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importKindNames } from "../../../src/imports/import-kind.ts";
import { runImports } from "../../../src/run-imports.ts";
import { importableNames } from "../../../src/web/staff/imports/import-ports.ts";
import { createDossierTown, type DossierTown } from "../../support/dossier-town.ts";
import { at } from "../../support/feedback-town.ts";
import { header, openImportDesk, row, type ImportDesk } from "../../support/import-desk.ts";

let town: DossierTown;
let desk: ImportDesk;
beforeAll(async () => {
  // Its pages alone: the tests bring in by hand what waits.
  town = await createDossierTown("2026-11-23 08:00", "web");
  desk = await openImportDesk(town);
});
afterAll(() => town[Symbol.asyncDispose]());
beforeEach(() => {
  town.now = at("2026-11-23 08:00");
});

describe("a file brought in on the pages", () => {
  it("may be of every kind that there is", () => {
    expect(importableNames.toSorted()).toEqual([...importKindNames].toSorted());
  });

  it("is shown first, with what each column was understood as, and nothing is taken before it is said", async () => {
    const { answer, address } = await desk.upload(`${header}\n${row(1)}\n`);
    expect(answer.status).toBe(303);
    const page = await desk.read(address);
    expect(page).toContain("Vũ Thị Mai");
    expect(Object.values(await desk.chosenAt(address))).toEqual([
      "ma_ho_so",
      "ma_thu_tuc",
      "ma_don_vi",
      "hinh_thuc",
      "tiep_nhan",
      "hen_tra",
      "hoan_thanh",
      "nguoi_nop",
    ]);
    expect(await desk.dossiers()).toEqual([]);
    expect((await desk.quan.submit(`${address}/bo`, { token: desk.token })).status).toBe(303);
    expect(await desk.read(address)).toContain("đã bỏ");
    const late = await desk.quan.submit(`${address}/nhap`, {
      token: desk.token,
      ...(await desk.chosenAt(address)),
    });
    expect(late.status).toBe(303);
    await runImports(town.test.app);
    expect(await desk.dossiers()).toEqual([]);
  });

  it("is brought in by a worker, tells its counts and gives the rows that were not taken, without formulas", async () => {
    const bad = row(2, '=HYPERLINK("x")').replace("LLTP1", "KHONG-CO").replace(/,=.*/, ',"=1+1"');
    const address = await desk.bringIn(`${header}\n${row(1)}\n${bad}\n`);
    const page = await desk.read(address);
    expect(page).toContain("Đã đọc 2 dòng: thêm 1, thay đổi 0, không đổi 0, bị loại 1");
    const file = await desk.quan.get(`${address}/loi.csv`);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    const rejects = await file.text();
    expect(rejects).toContain("'=1+1");
    expect(rejects).toContain("Không có thủ tục nào mang mã");
    const again = await desk.upload(rejects.replace("KHONG-CO", "LLTP1"), { name: "loi.csv" });
    expect(await desk.read(again.address)).not.toContain('role="alert"');
  });

  it("with a column nobody knows asks what it is, and remembers the answer for that kind", async () => {
    const strange = header.replace("Mã hồ sơ", "Số biên nhận").replace("Người nộp", "Tên khách");
    const { address } = await desk.upload(`${strange},Ghi chú nội bộ\n${row(10)},x\n`);
    expect(await desk.read(address)).toContain("Chưa có cột nào được hiểu là: Mã hồ sơ");
    const chosen = await desk.chosenAt(address);
    expect(chosen["cot-0"]).toBe("");
    const unclear = await desk.quan.submit(`${address}/nhap`, { token: desk.token, ...chosen });
    expect(unclear.status).toBe(422);
    const twice = await desk.quan.submit(`${address}/nhap`, {
      token: desk.token,
      ...chosen,
      "cot-0": "ma_ho_so",
      "cot-7": "ma_ho_so",
    });
    expect([twice.status, await twice.text()]).toEqual([
      422,
      expect.stringContaining("hai cột được hiểu là một"),
    ]);
    await desk.quan.submit(`${address}/nhap`, {
      token: desk.token,
      ...chosen,
      "cot-0": "ma_ho_so",
      "cot-7": "nguoi_nop",
    });
    await runImports(town.test.app);
    expect(await desk.read(address)).toContain("thêm 1");
    const next = await desk.upload(`${strange},Ghi chú nội bộ\n${row(11)},x\n`);
    expect(await desk.chosenAt(next.address)).toMatchObject({
      "cot-0": "ma_ho_so",
      "cot-7": "nguoi_nop",
      "cot-8": "",
    });
    await desk.quan.submit(`${next.address}/bo`, { token: desk.token });
  });
});

describe("a file that cannot be taken", () => {
  it.each([
    ["a PDF", "%PDF-1.7 …", "tệp PDF"],
    ["nothing in it", "\n \n", "không có dòng dữ liệu"],
    ["UTF-16", new Uint8Array(Buffer.from(`\uFEFF${header}\n`, "utf16le")), "UTF-16"],
    ["an old font's text", `${header}\n1,NguyÔn ThÞ H­êng, quËn Hoµn KiÕm, Hµ Néi`, "TCVN3"],
  ])("is told why: %s", async (_what, content, sentence) => {
    const { answer, address } = await desk.upload(content);
    expect(answer.status).toBe(303);
    const page = await desk.read(address);
    expect(page).toContain(sentence);
    expect(page).not.toContain(`${address}/nhap"`);
  });

  it("of 200 MB is refused with a clear page, and nothing of it is kept", async () => {
    const { answer } = await desk.upload(new Uint8Array(200 * 1024 * 1024));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("lớn hơn 50 MB");
    const kept = await town.test.app.database.query("select from import_part where place > 40");
    expect(kept).toEqual([]);
    // Two hundred megabytes take their time on a busy machine.
  }, 120_000);

  it("with HTML in its cells and its name shows it as text", async () => {
    const { address } = await desk.upload(`${header}\n${row(12, "<img src=x onerror=alert(1)>")}\n`, {
      name: "<b>x</b>.csv",
    });
    const page = await desk.read(address);
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<b>x");
    await desk.quan.submit(`${address}/bo`, { token: desk.token });
  });

  it("is refused where no file, no kind or no token came", async () => {
    const bare = desk.formOf("");
    bare.delete("tep");
    expect((await desk.quan.upload("/lamviec/nhap", bare, { accept: "text/html" })).status).toBe(422);
    expect((await desk.upload("x", { kind: "constructor" })).answer.status).toBe(422);
    const forged = desk.formOf(`${header}\n${row(13)}\n`);
    forged.set("token", "x");
    expect((await desk.quan.upload("/lamviec/nhap", forged, { accept: "text/html" })).status).toBe(403);
    const elsewhere = await desk.quan.upload("/lamviec/nhap", desk.formOf("x"), {
      origin: "https://evil.example",
    });
    expect(elsewhere.status).toBe(403);
  });
});

describe("an import whose worker dies", () => {
  it("is taken up by the next, and counts what the first had written", async () => {
    const { address } = await desk.upload(`${header}\n${row(20)}\n${row(21)}\n`);
    await desk.quan.submit(`${address}/nhap`, { token: desk.token, ...(await desk.chosenAt(address)) });
    await runImports(town.test.app);
    const { database } = town.test.app;
    // As if it had died between writing the rows and saying so; its file is put back with it.
    const id = address.split("/").at(-1);
    await database.query(
      "update import_run set status = 'running', counts = null, leased_until = $2 where id = $1",
      [id, at("2026-11-23 08:01")],
    );
    await database.query("insert into import_part values ($1, 'file', 0, $2)", [
      id,
      Buffer.from(`${header}\n${row(20)}\n${row(21)}\n`),
    ]);
    expect(await runImports(town.test.app)).toBe(0);
    expect(await desk.read(address)).toContain("đang nhập");
    town.now = at("2026-11-23 08:10");
    expect(await runImports(town.test.app)).toBe(1);
    expect(await desk.read(address)).toContain("thêm 2, thay đổi 0, không đổi 0");
    await desk.undo(address);
    expect((await desk.dossiers()).map(({ code }) => code)).not.toContain("H57.16-261120-0020");
  });

  it("is given up after three, and says so", async () => {
    const { address } = await desk.upload(`${header}\n${row(22)}\n`);
    await desk.quan.submit(`${address}/nhap`, { token: desk.token, ...(await desk.chosenAt(address)) });
    await town.test.app.database.query("update import_run set attempts = 3 where id = $1", [
      address.split("/").at(-1),
    ]);
    await runImports(town.test.app);
    expect(await desk.read(address)).toContain("không hoàn thành");
  });
});

describe("the pages of imports", () => {
  it("are the administrators' alone", async () => {
    for (const username of ["minh", "dung"]) {
      const visitor = await town.signedIn(username);
      for (const address of [
        "/lamviec/nhap",
        "/lamviec/nhap/1",
        "/lamviec/nhap/1/loi.csv",
        "/lamviec/nhap/mau/ho-so.csv",
      ])
        expect((await visitor.get(address)).status).toBe(403);
    }
  });

  it("give a file to begin from, and nothing for what there is not", async () => {
    expect(await desk.read("/lamviec/nhap/mau/ho-so.csv")).toContain("Mã hồ sơ,Mã thủ tục");
    for (const address of ["/lamviec/nhap/mau/x.csv", "/lamviec/nhap/999999", "/lamviec/nhap/x"])
      expect((await desk.quan.get(address)).status).toBe(404);
  });
});
