import { Fault } from "../fault.ts";
import { importKind, optional, required } from "../import-kind.ts";
import { dueAt, isBefore, readMoment } from "../moment.ts";
import { code, field, oneOf, phone, text, unit } from "../readers.ts";

const source = oneOf({
  "1022": "1022",
  zalo: "zalo",
  telegram: "telegram",
  web: "web",
  truc_tiep: "in-person",
  khac: "other",
});

/** Citizens' matters, as the hotline and the other channels export them; a code is its source's own. */
export const feedback = importKind({
  name: "phan-anh",
  table: "feedback",
  columns: {
    source_code: required("ma_goc", "Mã gốc", code),
    source: required("nguon", "Nguồn", source),
    field_name: optional("linh_vuc", "Lĩnh vực", field),
    content: required("noi_dung", "Nội dung", text),
    received: required("tiep_nhan", "Tiếp nhận", readMoment),
    due: optional("han", "Hạn", readMoment),
    answered: optional("tra_loi", "Trả lời", readMoment),
    unit_id: optional("ma_don_vi", "Mã đơn vị", unit),
    sender_name: optional("nguoi_gui", "Người gửi", text),
    sender_phone: optional("so_dien_thoai", "Số điện thoại", phone),
  },
  toRow({ received, due, answered, ...cells }) {
    const faults: Fault[] = [];
    if (due && isBefore(due, received)) faults.push(new Fault("import-row-due-before-received", {}, "han"));
    if (answered && isBefore(answered, received))
      faults.push(new Fault("import-row-answered-before-received", {}, "tra_loi"));
    if (faults.length) return faults;
    return {
      ...cells,
      received_at: received.at,
      due_at: due && dueAt(due),
      answered_at: answered && answered.at,
    };
  },
});
