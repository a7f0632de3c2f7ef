import type { TargetIndicator } from "../../domain/targets/target-indicators.ts";
import { longestTargetSource } from "../../domain/targets/target.ts";
import { Fault } from "../fault.ts";
import { importKind, optional, required } from "../import-kind.ts";
import { readCalendarDay } from "../moment.ts";
import { oneOf, share, unit } from "../readers.ts";

const indicator = oneOf<TargetIndicator>({
  ty_le_truc_tuyen_tren_tiep_nhan: "onlineRateOfReceived",
  ty_le_truc_tuyen_tren_phai_giai_quyet: "onlineRateOfHandled",
  ty_le_dung_han: "onTimeRate",
  ty_le_phan_anh_dung_han: "feedbackOnTimeRate",
  ty_le_hai_long: "satisfactionRate",
});

/** What indicators are to reach, for whom, from when to when, by which document. A changed row is a newer version. */
export const targets = importKind({
  name: "chi-tieu",
  table: "target",
  columns: {
    indicator: required("chi_so", "Chỉ số", indicator),
    unit_id: optional("ma_don_vi", "Mã đơn vị", unit),
    valid_from: required("tu_ngay", "Từ ngày", readCalendarDay),
    valid_to: optional("den_ngay", "Đến ngày", readCalendarDay),
    value: required("gia_tri", "Giá trị (%)", share),
    source: required("can_cu", "Căn cứ", (cell) =>
      cell.length <= longestTargetSource
        ? cell
        : new Fault("import-row-too-long", { longest: longestTargetSource }),
    ),
  },
  toRow: (cells) =>
    cells.valid_to !== null && cells.valid_to < cells.valid_from
      ? [new Fault("import-row-ends-before-it-begins", {}, "den_ngay")]
      : cells,
});
