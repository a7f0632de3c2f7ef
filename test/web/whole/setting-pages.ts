import { importRows } from "../../../src/imports/import-rows.ts";
import { createImportStore } from "../../../src/persistence/import-store.ts";
import { createReplyTemplateStore } from "../../../src/persistence/reply-template-store.ts";
import { createSettingHistory } from "../../../src/persistence/setting-history.ts";
import { serve } from "../../../src/serve.ts";
import { createFeedbackTown } from "../../support/feedback-town.ts";
import { hostileText, longName, openServed, type WholePlace } from "../../support/page-suite.ts";

const settings = "/lamviec/caidat";

let line: string;

export const settingPages: WholePlace = {
  pages: [
    { name: "Lịch", address: "/lamviec/lich?nam=2026&donvi=STP.HCTP", as: "quan", isHostile: true },
    { name: "Lịch dự kiến", address: "/lamviec/lich?nam=2028", as: "minh", isHostile: true },
    { name: "Giờ", address: "/lamviec/lich/gio?donvi=STP.HCTP", as: "lan", isHostile: true },
    { name: "Cài đặt", address: settings, as: "minh" },
    {
      name: "Chính sách",
      address: `${settings}/chinh-sach?ngay=2027-02-01&gio=18:00&khan=normal`,
      as: "quan",
    },
    { name: "Thêm chính sách", address: `${settings}/chinh-sach/them?tu=1`, as: "quan" },
    { name: "Phân công", address: `${settings}/phan-cong?thu=khai+sinh`, as: "quan", isHostile: true },
    { name: "Một quy tắc", address: `${settings}/phan-cong/muc/2`, as: "quan", isHostile: true },
    { name: "Thủ tục", address: `${settings}/thu-tuc`, as: "lan", isHostile: true },
    { name: "Không có thủ tục", address: `${settings}/thu-tuc?tim=khongco`, as: "lan" },
    { name: "Một thủ tục", address: `${settings}/thu-tuc/muc/2.000635`, as: "quan", isHostile: true },
    { name: "Mẫu trả lời", address: `${settings}/mau`, as: "minh", isHostile: true },
    { name: "Một mẫu", address: () => `${settings}/mau/muc/${line}`, as: "quan", isHostile: true },
    { name: "Thêm mẫu", address: `${settings}/mau/moi?ketqua=refuse`, as: "quan" },
    { name: "Chỉ tiêu", address: `${settings}/chi-tieu`, as: "quan" },
    { name: "Thêm chỉ tiêu", address: `${settings}/chi-tieu/muc`, as: "quan", isHostile: true },
    { name: "Đơn vị", address: `${settings}/don-vi`, as: "quan", isHostile: true },
    { name: "Một đơn vị chỉ xem", address: `${settings}/don-vi/muc/STP.DAI`, as: "minh", isHostile: true },
    { name: "Cán bộ", address: `${settings}/can-bo`, as: "quan" },
    { name: "Một cán bộ", address: `${settings}/can-bo/muc/minh`, as: "quan", isHostile: true },
    { name: "Lịch sử", address: `${settings}/lich-su`, as: "lan", isHostile: true },
    { name: "Không được sửa", address: `${settings}/don-vi/moi`, as: "minh", status: 403 },
  ],
  async open() {
    const town = await createFeedbackTown("2026-11-23 08:00");
    const serving = await serve(town.test.app, town.test.config, "web");
    const { database, say } = town.test.app;
    const tools = {
      store: createImportStore(database),
      say,
      now: town.now,
      source: "test",
      isDemonstration: false,
    };
    const unit = { ma_don_vi: "STP.DAI", ten: `${longName} ${hostileText}`, ma_don_vi_cha: "STP.HCTP" };
    const rule = { thu_tu: "2", tu_khoa: `khai sinh; ${hostileText}`, ma_don_vi: "STP.DAI" };
    const procedure = {
      ma_thu_tuc: "2.000635",
      ten: `Cấp bản sao trích lục hộ tịch ${hostileText}`,
      linh_vuc: "Hộ tịch",
      ten_thuong_goi: "trích lục\nbản sao khai sinh",
      thanh_phan_ho_so: hostileText,
    };
    const closure = { ngay: "2026-12-10", loai: "nghi_sang", ghi_chu: hostileText, can_cu: longName };
    await importRows("don-vi", [unit], tools);
    await importRows("phan-cong", [rule], tools);
    await importRows("thu-tuc", [procedure], tools);
    await importRows(
      "ngay-nghi",
      [closure, { ...closure, ngay: "2026-12-11", ma_don_vi: "STP.HCTP" }],
      tools,
    );
    const template = {
      outcome: "answer",
      field: null,
      name: longName.slice(0, 80),
      text: hostileText,
    } as const;
    line = (await createReplyTemplateStore(database).keep(template, "quan", town.now))!.line;
    await createSettingHistory(database).add({
      area: "don-vi",
      subject: "STP.DAI",
      happenedAt: town.now,
      actor: "quan",
      before: { ten: longName },
      after: { ten: hostileText },
    });
    return openServed(serving, { app: town.test.app, now: () => town.now, town });
  },
};
