import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDossierTown, type DossierTown } from "../../support/dossier-town.ts";
import { header, openImportDesk, row, type ImportDesk } from "../../support/import-desk.ts";

let town: DossierTown;
let desk: ImportDesk;
beforeAll(async () => {
  // Its pages alone: the tests bring in by hand what waits.
  town = await createDossierTown("2026-11-23 08:00", "web");
  desk = await openImportDesk(town);
});
afterAll(() => town[Symbol.asyncDispose]());

describe("an import", () => {
  it("is undone: what was added goes, what was changed is as it was, steps and figures too", async () => {
    await desk.bringIn(`${header}\n${row(1)}\n${row(3, "Ngô Văn An")}\n`);
    const before = await desk.dossiers();
    const figures = () => desk.read("/lamviec/hoso?hienthi=all&tim=phieu");
    const shownBefore = /([\d.]+) hồ sơ<\/p>/.exec(await figures())?.[1];
    const address = await desk.bringIn(
      `${header}\n${row(1, "Vũ Thị Mai Hương", "02/12/2026")}\n${row(4, "Đặng Bình")}\n${row(3, "Ngô Văn An")}\n`,
    );
    expect(await desk.read(address)).toContain("thêm 1, thay đổi 1, không đổi 1");
    expect(await desk.dossiers()).not.toEqual(before);
    await desk.undo(address);
    expect(await desk.dossiers()).toEqual(before);
    expect(await desk.read(address)).toContain("xoá 1 dòng, trả lại như trước 1 dòng.");
    expect(/([\d.]+) hồ sơ<\/p>/.exec(await figures())?.[1]).toBe(shownBefore);
  });

  it("is undone but for what something else has changed since, which is named", async () => {
    const address = await desk.bringIn(
      `${header}\n${row(5)}\n${row(6)}\n${row(7)}\n${row(3, "Ngô Văn An đổi tên")}\n`,
    );
    const { database } = town.test.app;
    await database.query("update dossier set status = 'awaiting-fee' where code = 'H57.16-261120-0005'");
    await database.query("update dossier set applicant_name = 'Ai đó' where code = 'H57.16-261120-0003'");
    await database.query(
      `insert into dossier_apology (dossier_id, reason, new_due_on, given_by, given_at)
       select id, 'Chờ', '2026-12-20', 'minh', now() from dossier where code = 'H57.16-261120-0006'`,
    );
    await desk.undo(address);
    const page = await desk.read(address);
    expect(page).toContain("xoá 1 dòng, trả lại như trước 0 dòng; giữ nguyên 3 dòng");
    for (const serial of ["0003", "0005", "0006"]) expect(page).toContain(`H57.16-261120-${serial}`);
    const codes = (await desk.dossiers()).map(({ code }) => code);
    expect(codes).toContain("H57.16-261120-0006");
    expect(codes).not.toContain("H57.16-261120-0007");
  });

  it("can be undone only while it is the last, and once", async () => {
    const first = await desk.bringIn(`${header}\n${row(8)}\n`);
    const second = await desk.bringIn(`${header}\n${row(9)}\n`);
    expect(await desk.read(first)).toContain("Chỉ hoàn tác được lần nhập gần nhất");
    await desk.quan.submit(`${first}/hoan-tac`, { token: desk.token });
    expect((await desk.dossiers()).map(({ code }) => code)).toContain("H57.16-261120-0008");
    await desk.quan.submit(`${second}/hoan-tac`, { token: desk.token });
    await desk.quan.submit(`${second}/hoan-tac`, { token: desk.token });
    expect((await desk.dossiers()).map(({ code }) => code)).not.toContain("H57.16-261120-0009");
  });

  it("undoes units with those below them, and leaves a unit that somebody works in", async () => {
    const address = await desk.bringIn(
      "Mã đơn vị,Tên đơn vị,Mã đơn vị cha\nMOI,Chi cục mới,STP\nMOI.1,Tổ một,MOI\nMOI2,Phòng mới,STP\n",
      { kind: "don-vi" },
    );
    await town.test.app.database.query(
      "insert into staff_member (username, full_name, role, unit_id) select 'moi', 'Người mới', 'officer', id from unit where code = 'MOI2'",
    );
    await desk.undo(address);
    expect(await desk.read(address)).toContain("xoá 2 dòng, trả lại như trước 0 dòng; giữ nguyên 1 dòng");
  });

  it("lets the target count again that it put another in the place of, unless that one was changed since", async () => {
    const { database } = town.test.app;
    const standing = () =>
      database.query<{ value: number }>("select value from target where superseded_at is null order by 1");
    const file = (value: string) =>
      `Chỉ số,Từ ngày,Đến ngày,Giá trị (%),Căn cứ\nty_le_dung_han,15/12/2025,14/12/2026,${value},KH 1/KH-STP\n`;
    await desk.bringIn(file("90%"), { kind: "chi-tieu" });
    const second = await desk.bringIn(file("95%"), { kind: "chi-tieu" });
    expect(await standing()).toEqual([{ value: 0.95 }]);
    await desk.undo(second);
    expect(await standing()).toEqual([{ value: 0.9 }]);
    const third = await desk.bringIn(file("97%"), { kind: "chi-tieu" });
    await database.query(
      "update target set superseded_at = now(), superseded_by = 'Dung' where superseded_at is null",
    );
    await desk.undo(third);
    expect(await standing()).toEqual([]);
    expect(await desk.read(third)).toContain("giữ nguyên 1 dòng");
  });

  it("puts back the working hours that it took the place of", async () => {
    const hours = () =>
      town.test.app.database.query("select weekday, from_minute, to_minute from working_hours order by 1, 2");
    await desk.bringIn("Thứ,Từ,Đến\n2,07:30,11:30\n2,13:30,17:00\n", { kind: "gio-lam-viec" });
    const before = await hours();
    const address = await desk.bringIn("Thứ,Từ,Đến\n2,08:00,16:00\n", { kind: "gio-lam-viec" });
    expect(await hours()).toHaveLength(1);
    await desk.undo(address);
    expect(await hours()).toEqual(before);
    await town.test.app.database.query("delete from working_hours");
  });
});
