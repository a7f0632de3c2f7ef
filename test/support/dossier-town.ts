import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { serve, type Role, type Serving } from "../../src/serve.ts";
import { at } from "./feedback-town.ts";
import { visitorOf, type Visitor } from "./http-visitor.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

/** A department with two rooms, their people and dossiers, its pages served; its clock is moved by hand. */
export interface DossierTown extends AsyncDisposable {
  test: TestApp;
  now: Date;
  url: string;
  /** The address that signs somebody in. */
  linkOf(username: string): Promise<string>;
  signedIn(username: string): Promise<Visitor>;
  tokenOf(visitor: Visitor): Promise<string>;
}

const dossier = (serial: number, more: Record<string, string>) => ({
  ma_ho_so: `H57.16-261116-${String(serial).padStart(4, "0")}`,
  ma_thu_tuc: "LLTP1",
  ma_don_vi: "STP.HCTP",
  hinh_thuc: "truc_tuyen",
  tiep_nhan: "2026-11-16 08:00",
  hen_tra: "2026-11-24 17:00",
  hoan_thanh: "",
  can_bo: "minh",
  nguoi_nop: "Nguyễn Thị Hoa",
  so_dien_thoai: "0900000001",
  trang_thai: "dang_xu_ly",
  ...more,
});

/** Late · due tomorrow · waits for papers · settled late · another room's. */
const dossiers = [
  dossier(1, { hen_tra: "2026-11-20 17:00", nguoi_nop: "Trần Đức Ứng" }),
  dossier(2, {}),
  dossier(3, { trang_thai: "cho_bo_sung", nguoi_nop: "<b>Lê Văn Dũng</b>" }),
  dossier(4, {
    trang_thai: "da_co_ket_qua",
    hen_tra: "2026-11-18 17:00",
    hoan_thanh: "2026-11-19 09:00",
    can_bo: "",
  }),
  dossier(5, { ma_don_vi: "STP.BTTP", ma_thu_tuc: "CC1", can_bo: "tu", nguoi_nop: "Phạm Thị Ngọc Hạnh" }),
];

export async function createDossierTown(startsAt: string, role: Role = "all"): Promise<DossierTown> {
  let now = at(startsAt);
  const test = await createTestApp(() => now);
  const { app } = test;
  const bringIn = (kind: Parameters<typeof importRows>[0], rows: Record<string, string>[]) =>
    importRows(kind, rows, {
      store: createImportStore(app.database),
      now,
      source: "mot-cua.csv",
      say: app.say,
      isDemonstration: false,
    });
  await bringIn("don-vi", [
    { ma_don_vi: "STP", ten: "Sở Tư pháp", ma_don_vi_cha: "" },
    { ma_don_vi: "STP.HCTP", ten: "Phòng Hành chính tư pháp", ma_don_vi_cha: "STP" },
    { ma_don_vi: "STP.BTTP", ten: "Phòng Bổ trợ tư pháp và Công chứng", ma_don_vi_cha: "STP" },
  ]);
  await bringIn("thu-tuc", [
    {
      ma_thu_tuc: "LLTP1",
      ten: "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam",
      linh_vuc: "Lý lịch tư pháp",
      thoi_han: "5",
    },
    { ma_thu_tuc: "CC1", ten: "Bổ nhiệm công chứng viên", linh_vuc: "Công chứng" },
  ]);
  await bringIn("can-bo", [
    { tai_khoan: "quan", ho_ten: "Đỗ Quân", vai_tro: "quan_tri", ma_don_vi: "STP" },
    { tai_khoan: "dung", ho_ten: "Phan Thị Dung", vai_tro: "lanh_dao", ma_don_vi: "STP" },
    { tai_khoan: "lan", ho_ten: "Trần Thị Lan", vai_tro: "lanh_dao", ma_don_vi: "STP.HCTP" },
    { tai_khoan: "minh", ho_ten: "Lê Minh", vai_tro: "can_bo", ma_don_vi: "STP.HCTP" },
    { tai_khoan: "tu", ho_ten: "Hoàng Tú", vai_tro: "can_bo", ma_don_vi: "STP.BTTP" },
  ]);
  await bringIn("ho-so", dossiers);
  const serving: Serving = await serve(app, test.config, role);
  const url = serving.url!;
  const linkOf = async (username: string) =>
    `/vao/${await createSignInStore(app.database).issue(username, now)}`;
  return {
    test,
    url,
    get now() {
      return now;
    },
    set now(next) {
      now = next;
    },
    linkOf,
    async signedIn(username) {
      const visitor = visitorOf(url);
      await visitor.submit(await linkOf(username), {});
      return visitor;
    },
    async tokenOf(visitor) {
      return /name="token" value="([^"]+)"/.exec(await (await visitor.get("/lamviec")).text())![1]!;
    },
    async [Symbol.asyncDispose]() {
      await serving[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
