import { importRows } from "../../../src/imports/import-rows.ts";
import { createImportStore } from "../../../src/persistence/import-store.ts";
import { serve } from "../../../src/serve.ts";
import { at, createFeedbackTown } from "../../support/feedback-town.ts";
import { hostileText, longName, openServed, type WholePlace } from "../../support/page-suite.ts";

let busyCase: string;

export const deskPages: WholePlace = {
  pages: [
    { name: "Hôm nay", address: "/lamviec?cua=donvi", as: "lan", isHostile: true },
    { name: "Hôm nay không có việc", address: "/lamviec", as: "quan" },
    { name: "Một nhiệm vụ", address: "/lamviec/viec/NV-2026-01", as: "minh", isHostile: true },
    { name: "Hàng đợi phản ánh", address: "/lamviec/phananh", as: "lan", isHostile: true },
    { name: "Bảng phản ánh", address: "/lamviec/phananh/bang", as: "lan", isHostile: true },
    { name: "Hàng đợi không có gì", address: "/lamviec/phananh?tim=khongco", as: "lan" },
    { name: "Một phản ánh", address: () => `/lamviec/phananh/${busyCase}`, as: "lan", isHostile: true },
    { name: "Bước hai", address: "/vao/buoc-hai", as: "lan" },
    { name: "Đặt bước hai", address: "/lamviec/buoc-hai", as: "lan" },
    {
      name: "Đang đặt bước hai",
      address: "/lamviec/buoc-hai",
      as: "lan",
      through: async (page) => {
        await page.locator("main form button").click();
        await page.locator("img.qr").waitFor();
      },
    },
    { name: "Nơi đang đăng nhập", address: "/lamviec/phien", as: "lan" },
    { name: "Nhập mã xác thực", address: "/vao/buoc-hai", as: "lan" },
    { name: "Xác thực hai bước", address: "/lamviec/buoc-hai", as: "lan" },
    {
      name: "Thêm ứng dụng xác thực",
      address: "/lamviec/buoc-hai",
      as: "lan",
      through: (page) => page.click("main form button"),
    },
    { name: "Chờ người thứ hai duyệt", address: "/lamviec/duyet", as: "quan", isHostile: true },
    { name: "An toàn tài khoản", address: "/lamviec/an-toan", as: "quan" },
    { name: "Không có trang này", address: "/lamviec/khongco", status: 404 },
  ],
  async open() {
    const town = await createFeedbackTown("2026-11-23 08:00", { MOTCUA_SECRET_KEY: "7".repeat(64) });
    const serving = await serve(town.test.app, town.test.config, "all");
    const hoa = await town.citizen("Hoa");
    const assignment = {
      ma_nhiem_vu: "NV-2026-01",
      noi_dung: `Rà soát hồ sơ tồn ${hostileText} ${longName}`,
      ngay_giao: "02/11/2026",
      han: "24/12/2026",
      can_bo: "minh",
      ma_don_vi: "STP.HCTP",
    };
    await importRows("nhiem-vu", [assignment], {
      store: createImportStore(town.test.app.database),
      say: town.test.app.say,
      now: town.now,
      source: "test",
      isDemonstration: false,
    });
    const { code } = await hoa.files(`${hostileText} ${longName} yêu cầu nộp thêm giấy tờ.`);
    busyCase = code;
    await town.does(code, { kind: "accept" });
    await town.does(code, { kind: "note", text: `Đã gọi điện cho bộ phận một cửa ${hostileText}` });
    await town.does(code, { kind: "draft", text: `Kính gửi bà Hoa, cơ quan đã kiểm tra… ${hostileText}` });
    await town.test.app.database.query("update feedback set due_at = $1", [at("2026-11-23 16:00")]);
    await town.test.app.database.query(
      `insert into approval (kind, asked_by, asked_at, expires_at, what, action, fields, digest)
       values ('policy', 'lan', $1, $1::timestamptz + interval '72 hours', $2, '/lamviec/lich/luu', $3, '')`,
      [town.now, `Lịch làm việc ${longName} ${hostileText}`, JSON.stringify([["ten", hostileText]])],
    );
    return openServed(serving, { app: town.test.app, now: () => town.now, town });
  },
};
