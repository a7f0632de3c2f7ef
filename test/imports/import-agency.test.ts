import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importRows } from "../../src/imports/import-rows.ts";
import { createFeedbackRules } from "../../src/persistence/feedback-rules.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createImportRoom, dossierFile, dossierRow, say, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => {
  room = await createImportRoom();
});
afterAll(() => room[Symbol.asyncDispose]());

const rejected = (outcome: unknown) =>
  (outcome as { rejections: { line: number; columns: string; reason: string }[] }).rejections;

describe("units", () => {
  const tree = async () => {
    const rows = await room.database.query<{ told: string }>(
      "select concat_ws(' < ', u.code, p.code) as told from unit u left join unit p on p.id = u.parent_id order by u.code",
    );
    return rows.map(({ told }) => told);
  };

  it("may come before their parents, and again without a change", async () => {
    const file =
      "ma_don_vi,ten,ma_don_vi_cha\nT.1.1,Phòng,T.1\nT.1,Chi cục,T\nT,Sở,\nT.2,Bộ phận Một cửa,H57.16\n";
    expect(await room.importText("don-vi", file)).toMatchObject({ added: 4, rejected: 0 });
    expect(await tree()).toEqual(expect.arrayContaining(["T", "T.1 < T", "T.1.1 < T.1", "T.2 < H57.16"]));
    expect(await room.importText("don-vi", file)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  });

  it("move to another parent, or to none", async () => {
    const outcome = await room.importText(
      "don-vi",
      "ma_don_vi,ten,ma_don_vi_cha\nT.1.1,Phòng,T.2\nT.2,Bộ phận Một cửa,\n",
    );
    expect(outcome).toMatchObject({ changed: 2 });
    expect(await tree()).toEqual(expect.arrayContaining(["T.1.1 < T.2", "T.2"]));
  });

  it("are rejected with an unknown parent, and with them what hangs below", async () => {
    const before = await tree();
    const outcome = await room.importText(
      "don-vi",
      "ma_don_vi,ten,ma_don_vi_cha\nV.1.1,c,V.1\nV.1,b,V\nT,Sở mới,\n",
    );
    expect(outcome).toMatchObject({ changed: 1, rejected: 2 });
    expect(rejected(outcome)).toEqual([
      { line: 2, columns: "ma_don_vi_cha", reason: expect.stringContaining("V.1") },
      { line: 3, columns: "ma_don_vi_cha", reason: expect.stringContaining('"V"') },
    ]);
    expect(await tree()).toEqual(before);
  });

  it.each([
    ["itself", "K,k,K\n", [2]],
    ["each other", "K,k,L\nL,l,K\n", [2, 3]],
    ["a unit that is below it already", "T,Sở,T.1\n", [2]],
    ["a circle, themselves outside it", "K,k,L\nL,l,K\nM,m,L\n", [2, 3, 4]],
  ])("are rejected under %s", async (_name, rows, lines) => {
    const before = await tree();
    const outcome = await room.importText("don-vi", `ma_don_vi,ten,ma_don_vi_cha\n${rows}`);
    expect(rejected(outcome).map(({ line }) => line)).toEqual(lines);
    expect(await tree()).toEqual(before);
  });
});

describe("members of staff", () => {
  it("know their superior, even one further down, and take a new one", async () => {
    const header = "tai_khoan,ho_ten,vai_tro,ma_don_vi,so_dien_thoai,email,cap_tren";
    const file = `${header}\nlan,Phạm Thị Lan,Cán bộ,H57.16.01,912345678,lan@example.vn,dung\ndung,Võ Dũng,lanh_dao,H57.16,,,hoa\n`;
    expect(await room.importText("can-bo", file)).toMatchObject({ added: 2 });
    expect(
      await room.database.query(
        `select s.username, s.role, s.phone, b.username as superior from staff_member s
         left join staff_member b on b.id = s.superior_id where s.username in ('lan', 'dung') order by 1`,
      ),
    ).toEqual([
      { username: "dung", role: "leader", phone: null, superior: "hoa" },
      { username: "lan", role: "officer", phone: "0912345678", superior: "dung" },
    ]);
    const outcome = await room.importText("can-bo", `${header}\nlan,Phạm Thị Lan,can_bo,H57.16.01,,,ai_do\n`);
    expect(rejected(outcome)).toEqual([
      { line: 2, columns: "cap_tren", reason: expect.stringContaining("ai_do") },
    ]);
  });
});

describe("procedures", () => {
  const file = (fee: string) =>
    `ma_thu_tuc,ten,linh_vuc,thoi_han,phi,muc_do,lien_thong,cong_khai,thanh_phan_ho_so,noi_nop,duong_dan
1.001,Đăng ký hành nghề luật sư,luật sư,7,${fee},Toàn trình,doc,1,"Đơn
Thẻ",Bộ phận Một cửa,https://example.vn
1.002,Xoá đăng ký,hộ tịch,,,mot_phan,khong,0,,,
1.003,Cấp thẻ,Luật sư,,,,,,,,
`;

  it("create their field, or find it whatever its capitals", async () => {
    expect(await room.importText("thu-tuc", file("100.000 đ"))).toMatchObject({ added: 3 });
    expect(
      await room.database.query(
        `select p.code, f.name as field, working_days, fee, online_level, interlinked, is_published, papers
         from procedure p join field f on f.id = field_id where p.code like '1.%' order by 1`,
      ),
    ).toEqual([
      {
        code: "1.001",
        field: "Luật sư",
        working_days: 7,
        fee: "100.000 đ",
        online_level: "full",
        interlinked: "vertical",
        is_published: true,
        papers: "Đơn\nThẻ",
      },
      expect.objectContaining({
        code: "1.002",
        field: "Hộ tịch",
        online_level: "partial",
        is_published: false,
      }),
      expect.objectContaining({ code: "1.003", field: "Luật sư", online_level: "none", is_published: true }),
    ]);
    expect(await room.database.query('select name from field order by name collate "C"')).toHaveLength(3);
  });

  it("remember when they last changed", async () => {
    const later = { now: new Date("2022-01-01T00:00:00Z") };
    expect(await room.importText("thu-tuc", file("100.000 đ"), later)).toMatchObject({ unchanged: 3 });
    expect(await room.importText("thu-tuc", file("200.000 đ"), later)).toMatchObject({
      changed: 1,
      unchanged: 2,
    });
    expect(
      await room.database.query("select code from procedure where updated_at = $1", [later.now]),
    ).toEqual([{ code: "1.001" }]);
  });

  it.each(["0", "-1", "7 ngày", "1.5"])("take no term of %s", async (term) => {
    const outcome = await room.importText("thu-tuc", `ma_thu_tuc,ten,linh_vuc,thoi_han\n1.009,x,y,${term}\n`);
    expect(rejected(outcome)).toMatchObject([{ columns: "thoi_han" }]);
  });
});

describe("a code too long for an index", () => {
  it.each([
    ["don-vi", (long: string) => `ma_don_vi,ten\n${long},x\n`],
    ["thu-tuc", (long: string) => `ma_thu_tuc,ten,linh_vuc\n1.010,x,${long}\n`],
    ["ho-so", (long: string) => dossierFile(dossierRow({ ma_ho_so: `H57.16-210315-${long}` }))],
  ] as const)("is rejected in %s", async (kind, file) => {
    expect(await room.importText(kind, file("1".repeat(5000)))).toMatchObject({
      rejections: [{ line: 2, reason: expect.stringContaining("dài quá") }],
    });
  });
});

describe("assignments", () => {
  it("end after they begin", async () => {
    const header = "ma_nhiem_vu,noi_dung,ngay_giao,han,hoan_thanh,can_bo,ma_don_vi";
    const outcome = await room.importText(
      "nhiem-vu",
      `${header}\nA,x,05/01/2021,05/01/2021,05/01/2021,minh,H57.16\nB,x,05/01/2021,04/01/2021,04/01/2021,,H57.16\n`,
    );
    expect(outcome).toMatchObject({ added: 1 });
    expect(rejected(outcome)).toMatchObject([{ line: 3, columns: "han, hoan_thanh" }]);
  });
});

describe("feedback", () => {
  const header = "ma_goc,nguon,linh_vuc,noi_dung,tiep_nhan,han,tra_loi,ma_don_vi,nguoi_gui,so_dien_thoai";

  it("is told apart by its source and the code there", async () => {
    const file = `${header}\n77,1022,hộ tịch,Chờ lâu,01/02/2021 09:00,05/02/2021,03/02/2021,H57.16,Ông Sáu,0900000001\n77,zalo,Giao dịch bảo đảm,Thiếu biểu mẫu,01/02/2021,,,,,\n`;
    expect(await room.importText("phan-anh", file)).toMatchObject({ added: 2, rejected: 0 });
    expect(await room.importText("phan-anh", file)).toMatchObject({ unchanged: 2 });
    expect(
      await room.database.query(
        `select source, f.name as field, received_at, due_at, answered_at from feedback
         join field f on f.id = field_id order by source`,
      ),
    ).toEqual([
      {
        source: "1022",
        field: "Hộ tịch",
        received_at: new Date("2021-02-01T02:00:00Z"),
        due_at: new Date("2021-02-05T10:00:00Z"),
        answered_at: new Date("2021-02-02T17:00:00Z"),
      },
      {
        source: "zalo",
        field: "Giao dịch bảo đảm",
        received_at: new Date("2021-01-31T17:00:00Z"),
        due_at: null,
        answered_at: null,
      },
    ]);
  });

  it("is not answered before it is received", async () => {
    const outcome = await room.importText(
      "phan-anh",
      `${header}\n78,web,,x,02/02/2021,01/02/2021,01/02/2021,,,\n79,web,,x,02/02/2021,,,,,\n`,
    );
    expect(outcome).toMatchObject({ added: 1 });
    expect(rejected(outcome)).toMatchObject([{ line: 2, columns: "han, tra_loi" }]);
  });
});

describe("days off", () => {
  it("are told apart by the day", async () => {
    const file = "ngay,loai,ghi_chu,can_cu\n10/02/2021,nghi,Tết,Bộ luật Lao động\n2021-04-30,Nghỉ sáng,,\n";
    expect(await room.importText("ngay-nghi", file)).toMatchObject({ added: 2 });
    expect(await room.importText("ngay-nghi", file.replace("nghi,Tết", "lam_bu,Tết"))).toMatchObject({
      changed: 1,
    });
    expect(await room.database.query("select day, kind, note from day_exception order by day")).toEqual([
      { day: "2021-02-10", kind: "make-up", note: "Tết" },
      { day: "2021-04-30", kind: "morning-off", note: null },
    ]);
  });
});

describe("rows that are no file", () => {
  const tools = () => ({
    store: createImportStore(room.database),
    say,
    now: new Date("2021-03-31T00:00:00Z"),
    source: "demo",
    isDemonstration: true,
  });

  it("are marked as demonstration when they are", async () => {
    const row = { ma_goc: "1", nguon: "khac", noi_dung: "x", tiep_nhan: "02/02/2021" };
    expect(await importRows("phan-anh", [row], tools())).toMatchObject({ read: 1, added: 1 });
    expect(await room.database.query("select source_code from feedback where is_demonstration")).toEqual([
      { source_code: "1" },
    ]);
  });

  it("may name no column that is none", async () => {
    await expect(importRows("don-vi", [{ ma: "x" }], tools())).rejects.toThrow("No column is called ma");
  });
});

describe("routing rules", () => {
  const file = `thu_tu,linh_vuc,tu_khoa,ma_don_vi,can_bo
1,,"lý lịch tư pháp ; lltp;",H57.16,minh
2,hộ tịch,,H57.16,
3,,,H57.16,
`;

  it("have a field or phrases, and are told apart by their place", async () => {
    const outcome = await room.importText("phan-cong", file);
    expect(outcome).toMatchObject({ added: 2, rejected: 1 });
    expect(rejected(outcome)).toMatchObject([{ line: 4, columns: "tu_khoa" }]);
    expect(await room.importText("phan-cong", file)).toMatchObject({ unchanged: 2 });
    expect(await createFeedbackRules(room.database).routing()).toMatchObject([
      { field: null, phrases: ["lý lịch tư pháp", "lltp"], unitCode: "H57.16", officer: "minh" },
      { field: "Hộ tịch", phrases: [], unitCode: "H57.16", officer: null },
    ]);
  });
});
