import { Fault } from "../fault.ts";
import { importKind, optional, required } from "../import-kind.ts";
import { countingNumber, field, staffMember, text, unit } from "../readers.ts";

/** Whose a citizen's matter is: tried in order, the first that fits decides. */
export const routingRules = importKind({
  name: "phan-cong",
  table: "routing_rule",
  columns: {
    place: required("thu_tu", "Thứ tự", countingNumber),
    field_name: optional("linh_vuc", "Lĩnh vực", field),
    phrases: optional("tu_khoa", "Từ khoá", text),
    unit_id: required("ma_don_vi", "Mã đơn vị", unit),
    officer_id: optional("can_bo", "Cán bộ", staffMember),
  },
  toRow: (cells) =>
    cells.field_name === null && cells.phrases === null
      ? [new Fault("import-row-rule-without-condition", {}, "tu_khoa")]
      : cells,
});
