import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createImportRoom, dossierRow, dossierFile, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => {
  room = await createImportRoom();
});
beforeEach(() => room.database.query("truncate dossier, dossier_event cascade"));
afterAll(() => room[Symbol.asyncDispose]());

async function history(): Promise<string[]> {
  const rows = await room.database.query<{ told: string }>(
    `select concat_ws(' ', coalesce(from_status, '·'), '→', to_status, to_char(happened_at at time zone interval '7 hours', 'dd/mm hh24:mi'),
       'due', to_char(due_at at time zone interval '7 hours', 'dd/mm'), 'from', source) as told
     from dossier_event order by id`,
  );
  return rows.map(({ told }) => told);
}

describe("a dossier in a file", () => {
  it("lands with every cell in its place", async () => {
    const lan = dossierRow({
      ma_ho_so: "h57.16-210315-0012",
      hinh_thuc: "Trực tuyến",
      tiep_nhan: "15/03/2021 08:05",
      hen_tra: "29/03/2021",
      hoan_thanh: "2021-03-26T03:00:00Z",
      tra_ket_qua: "29/03/2021",
      trang_thai: "Đã trả kết quả",
      can_bo: "minh",
      nguoi_nop: "Nguyễn Thị Lan",
      so_dien_thoai: "+84 912 345 678",
      lien_thong: "ngang",
      co_quan_lien_thong: "Sở Y tế",
    });
    expect(await room.importText("ho-so", dossierFile(lan))).toEqual({
      kind: "imported",
      read: 1,
      added: 1,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      rejections: [],
      rejectFile: null,
    });
    const [landed] = await room.database.query(
      `select d.*, p.code as procedure, u.code as unit, s.username as officer from dossier d
       join procedure p on p.id = procedure_id join unit u on u.id = d.unit_id join staff_member s on s.id = officer_id`,
    );
    expect(landed).toMatchObject({
      code: "H57.16-210315-0012",
      procedure: "2.000488",
      unit: "H57.16.01",
      submission_mode: "online",
      status: "returned",
      received_at: new Date("2021-03-15T01:05:00Z"),
      due_at: new Date("2021-03-29T10:00:00Z"),
      finished_at: new Date("2021-03-26T03:00:00Z"),
      returned_at: new Date("2021-03-28T17:00:00Z"),
      resolved_at: new Date("2021-03-26T03:00:00Z"),
      officer: "minh",
      applicant_name: "Nguyễn Thị Lan",
      applicant_phone: "0912345678",
      interlinked: "horizontal",
      partner_agency: "Sở Y tế",
      is_demonstration: false,
    });
  });

  it.each([
    [{}, "in-progress"],
    [{ hoan_thanh: "20/03/2021" }, "result-ready"],
    [{ tra_ket_qua: "20/03/2021" }, "returned"],
    [{ trang_thai: "cho_bo_sung" }, "awaiting-papers"],
    [{ trang_thai: "6" }, "awaiting-fee"],
    [{ trang_thai: "1", tiep_nhan: "" }, "registered"],
    [{ trang_thai: "khong_tiep_nhan", tiep_nhan: "" }, "not-accepted"],
    [{ trang_thai: "10", tra_ket_qua: "20/03/2021" }, "returned"],
  ])("that says %j is %s", async (cells, status) => {
    await room.importText("ho-so", dossierFile(dossierRow(cells)));
    expect(await room.database.query("select status from dossier")).toEqual([{ status }]);
  });

  it.each([
    [{ ma_ho_so: "HS-1" }, "ma_ho_so", "HS-1"],
    [{ ma_ho_so: "H57.16-210231-0012" }, "ma_ho_so", "dạng mã hồ sơ"],
    [{ ma_ho_so: "" }, "ma_ho_so", "để trống"],
    [{ ma_thu_tuc: "9.999999" }, "ma_thu_tuc", "thủ tục"],
    [{ ma_don_vi: "H99" }, "ma_don_vi", "đơn vị"],
    [{ can_bo: "hung" }, "can_bo", "hung"],
    [{ hinh_thuc: "bồ câu" }, "hinh_thuc", "truc_tuyen, truc_tiep, buu_chinh"],
    [{ trang_thai: "xong" }, "trang_thai", "xong"],
    [{ trang_thai: "11" }, "trang_thai", "11"],
    [{ lien_thong: "chéo" }, "lien_thong", "khong, ngang, doc"],
    [{ tiep_nhan: "31/02/2021" }, "tiep_nhan", "31/02/2021"],
    [{ tiep_nhan: "" }, "tiep_nhan", "ngày tiếp nhận"],
    [{ hen_tra: "14/03/2021" }, "hen_tra", "sớm hơn ngày tiếp nhận"],
    [{ hoan_thanh: "14/03/2021" }, "hoan_thanh", "sớm hơn ngày tiếp nhận"],
    [{ tra_ket_qua: "14/03/2021" }, "tra_ket_qua", "sớm hơn ngày tiếp nhận"],
    [{ hoan_thanh: "20/03/2021", tra_ket_qua: "19/03/2021" }, "tra_ket_qua", "sớm hơn ngày hoàn thành"],
    [{ trang_thai: "da_co_ket_qua" }, "hoan_thanh", "ngày hoàn thành"],
    [{ ma_don_vi: "H99", hen_tra: "32/03/2021" }, "ma_don_vi, hen_tra", "H99"],
  ])("that says %j is rejected for %s", async (cells, columns, reason) => {
    const good = dossierRow({ ma_ho_so: "H57.16-210315-0001" });
    const outcome = await room.importText("ho-so", dossierFile(good, dossierRow(cells)));
    expect(outcome).toMatchObject({ kind: "imported", read: 2, added: 1, rejected: 1 });
    expect(outcome).toMatchObject({
      rejections: [{ line: 3, columns, reason: expect.stringContaining(reason) }],
    });
    expect(await room.database.query("select code from dossier")).toEqual([{ code: "H57.16-210315-0001" }]);
  });

  it("may be finished on the day it was received, when only the day is known", async () => {
    const row = dossierRow({
      tiep_nhan: "15/03/2021 08:05",
      hoan_thanh: "15/03/2021",
      hen_tra: "15/03/2021",
    });
    expect(await room.importText("ho-so", dossierFile(row))).toMatchObject({ added: 1, rejected: 0 });
  });

  it("that stands twice with other content keeps its first row and tells of the others", async () => {
    const [first, same, other] = [{}, {}, { nguoi_nop: "Phạm Thị Cúc" }].map(dossierRow);
    const outcome = await room.importText("ho-so", dossierFile(first!, other!, same!));
    expect(outcome).toMatchObject({ read: 3, added: 1, unchanged: 1, rejected: 1 });
    expect(outcome).toMatchObject({
      rejections: [{ line: 3, columns: "ma_ho_so", reason: expect.stringContaining("dòng 2") }],
    });
    const reject = await readFile(room.pathOf("ho-so.csv.loi.csv"), "utf8");
    expect(reject).toContain("Phạm Thị Cúc");
  });
});

describe("the history of a dossier", () => {
  const importAt = (now: string, name: string, cells: Record<string, string>) =>
    room.importText("ho-so", dossierFile(dossierRow(cells)), { now: new Date(now), name });

  it("begins with its acceptance and where it stands", async () => {
    await importAt("2021-03-16T02:00:00Z", "a.csv", { hen_tra: "29/03/2021" });
    expect(await history()).toEqual([
      "· → accepted 15/03 08:05 due 29/03 from a.csv",
      "accepted → in-progress 16/03 09:00 due 29/03 from a.csv",
    ]);
  });

  it.each([
    [{ trang_thai: "da_tiep_nhan" }, ["· → accepted 15/03 08:05 due from a.csv"]],
    [{ trang_thai: "moi_dang_ky", tiep_nhan: "" }, ["· → registered 16/03 09:00 due from a.csv"]],
    [{ trang_thai: "khong_tiep_nhan" }, ["· → not-accepted 16/03 09:00 due from a.csv"]],
  ])("has one step for a dossier that says %j", async (cells, told) => {
    await importAt("2021-03-16T02:00:00Z", "a.csv", cells);
    expect(await history()).toEqual(told);
  });

  it("grows with each change of status or due date, and with nothing else", async () => {
    await importAt("2021-03-16T02:00:00Z", "a.csv", { trang_thai: "da_tiep_nhan", hen_tra: "29/03/2021" });
    await importAt("2021-03-17T02:00:00Z", "b.csv", { trang_thai: "dang_xu_ly", hen_tra: "29/03/2021" });
    const renamed = { trang_thai: "dang_xu_ly", hen_tra: "29/03/2021", nguoi_nop: "Nguyễn Lan" };
    expect(await importAt("2021-03-18T02:00:00Z", "c.csv", renamed)).toMatchObject({ changed: 1 });
    await importAt("2021-03-19T02:00:00Z", "d.csv", { ...renamed, hen_tra: "31/03/2021" });
    await importAt("2021-03-30T02:00:00Z", "e.csv", {
      ...renamed,
      hen_tra: "31/03/2021",
      trang_thai: "da_tra_ket_qua",
      hoan_thanh: "26/03/2021 10:00",
      tra_ket_qua: "29/03/2021 09:30",
    });
    expect(await history()).toEqual([
      "· → accepted 15/03 08:05 due 29/03 from a.csv",
      "accepted → in-progress 17/03 09:00 due 29/03 from b.csv",
      "in-progress → in-progress 19/03 09:00 due 31/03 from d.csv",
      "in-progress → returned 29/03 09:30 due 31/03 from e.csv",
    ]);
  });

  it("stays as it is when the same file comes again", async () => {
    await importAt("2021-03-16T02:00:00Z", "a.csv", { hen_tra: "29/03/2021" });
    const before = [await history(), await room.database.query("select xmin, * from dossier")];
    const again = await importAt("2021-04-16T02:00:00Z", "a.csv", { hen_tra: "29/03/2021" });
    expect(again).toMatchObject({ read: 1, added: 0, changed: 0, unchanged: 1 });
    expect([await history(), await room.database.query("select xmin, * from dossier")]).toEqual(before);
  });

  it("keeps when we first heard that a dossier was withdrawn", async () => {
    await importAt("2021-03-16T02:00:00Z", "a.csv", {});
    await importAt("2021-03-20T02:00:00Z", "b.csv", { trang_thai: "rut_ho_so" });
    const again = await importAt("2021-04-20T02:00:00Z", "b.csv", { trang_thai: "rut_ho_so" });
    expect(again).toMatchObject({ unchanged: 1 });
    expect(await room.database.query("select resolved_at from dossier")).toEqual([
      { resolved_at: new Date("2021-03-20T02:00:00Z") },
    ]);
  });

  it("opens a dossier again when a later file says that it goes on", async () => {
    await importAt("2021-03-20T02:00:00Z", "a.csv", { trang_thai: "dung_xu_ly" });
    await importAt("2021-03-21T02:00:00Z", "b.csv", { trang_thai: "dang_xu_ly" });
    expect(await room.database.query("select resolved_at, status from dossier")).toEqual([
      { resolved_at: null, status: "in-progress" },
    ]);
  });
});
