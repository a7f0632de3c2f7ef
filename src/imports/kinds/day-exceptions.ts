import { importKind, optional, required } from "../import-kind.ts";
import { readCalendarDay } from "../moment.ts";
import { oneOf, text, unit } from "../readers.ts";

const dayKind = oneOf({
  nghi: "off",
  lam_bu: "make-up",
  nghi_sang: "morning-off",
  nghi_chieu: "afternoon-off",
});

/** Days that differ from the ordinary week: off, worked in lieu, or half off; of the agency, or of one unit. */
export const dayExceptions = importKind({
  name: "ngay-nghi",
  table: "day_exception",
  columns: {
    day: required("ngay", "Ngày", readCalendarDay),
    kind: required("loai", "Loại", dayKind),
    note: optional("ghi_chu", "Ghi chú", text),
    basis: optional("can_cu", "Căn cứ", text),
    unit_id: optional("ma_don_vi", "Mã đơn vị", unit),
  },
  toRow: (cells) => cells,
});
