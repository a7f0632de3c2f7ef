import { Fault } from "../fault.ts";
import { importKind, optional, required } from "../import-kind.ts";
import { readCalendarDay } from "../moment.ts";
import { code, staffMember, text, unit } from "../readers.ts";

/** Tasks given by the People's Committee. */
export const assignments = importKind({
  name: "nhiem-vu",
  table: "assignment",
  columns: {
    code: required("ma_nhiem_vu", "Mã nhiệm vụ", code),
    content: required("noi_dung", "Nội dung", text),
    assigned_on: required("ngay_giao", "Ngày giao", readCalendarDay),
    due_on: required("han", "Hạn", readCalendarDay),
    done_on: optional("hoan_thanh", "Hoàn thành", readCalendarDay),
    officer_id: optional("can_bo", "Cán bộ", staffMember),
    unit_id: required("ma_don_vi", "Mã đơn vị", unit),
  },
  toRow(cells) {
    const faults: Fault[] = [];
    if (cells.due_on < cells.assigned_on) faults.push(new Fault("import-row-due-before-assigned", {}, "han"));
    if (cells.done_on !== null && cells.done_on < cells.assigned_on)
      faults.push(new Fault("import-row-done-before-assigned", {}, "hoan_thanh"));
    return faults.length ? faults : cells;
  },
});
