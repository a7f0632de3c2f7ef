import { isDossierCode } from "../../domain/dossiers/dossier-code.ts";
import type { DossierStatus } from "../../domain/dossiers/dossier.ts";
import { Fault } from "../fault.ts";
import { expected, importKind, optional, required } from "../import-kind.ts";
import { dueAt, isBefore, readMoment, type Moment } from "../moment.ts";
import { code, phone, procedure, staffMember, text, unit, type Reader } from "../readers.ts";
import { dossierStatus, interlinked, submissionMode } from "./vocabulary.ts";

const dossierCode: Reader<string> = (cell, known) => {
  const canonical = cell.toUpperCase();
  return isDossierCode(canonical)
    ? code(canonical, known)
    : new Fault("import-row-bad-dossier-code", { value: cell });
};

/** Dossiers. A row tells the whole of a dossier: a cell left empty takes away what was there. */
export const dossiers = importKind({
  name: "ho-so",
  table: "dossier",
  columns: {
    code: required("ma_ho_so", "Mã hồ sơ", dossierCode),
    procedure_id: required("ma_thu_tuc", "Mã thủ tục", procedure),
    unit_id: required("ma_don_vi", "Mã đơn vị", unit),
    submission_mode: required("hinh_thuc", "Hình thức", submissionMode),
    received: expected("tiep_nhan", "Tiếp nhận", readMoment),
    due: optional("hen_tra", "Hẹn trả", readMoment),
    finished: optional("hoan_thanh", "Hoàn thành", readMoment),
    returned: optional("tra_ket_qua", "Trả kết quả", readMoment),
    status: optional("trang_thai", "Trạng thái", dossierStatus),
    officer_id: optional("can_bo", "Cán bộ", staffMember),
    applicant_name: optional("nguoi_nop", "Người nộp", text),
    applicant_phone: optional("so_dien_thoai", "Số điện thoại", phone),
    interlinked: optional("lien_thong", "Liên thông", interlinked),
    partner_agency: optional("co_quan_lien_thong", "Cơ quan liên thông", text),
  },
  toRow(cells) {
    const { received, due, finished, returned } = cells;
    const status = cells.status ?? statusFrom(finished, returned);
    const faults = [
      ...contradictions(received, due, finished, returned),
      ...missingTimes(status, received, finished ?? returned),
    ];
    if (faults.length) return faults;
    // Column by column: leaving out the moments with a rest pattern takes a third of the time of reading a row.
    return {
      code: cells.code,
      procedure_id: cells.procedure_id,
      unit_id: cells.unit_id,
      submission_mode: cells.submission_mode,
      status,
      received_at: received && received.at,
      due_at: due && dueAt(due),
      finished_at: finished && finished.at,
      returned_at: returned && returned.at,
      officer_id: cells.officer_id,
      applicant_name: cells.applicant_name,
      applicant_phone: cells.applicant_phone,
      interlinked: cells.interlinked ?? "none",
      partner_agency: cells.partner_agency,
    };
  },
});

type MaybeMoment = Moment | null;

function statusFrom(finished: MaybeMoment, returned: MaybeMoment): DossierStatus {
  if (returned) return "returned";
  return finished ? "result-ready" : "in-progress";
}

function contradictions(
  received: MaybeMoment,
  due: MaybeMoment,
  finished: MaybeMoment,
  returned: MaybeMoment,
): Fault[] {
  const faults: Fault[] = [];
  if (received && due && isBefore(due, received))
    faults.push(new Fault("import-row-due-before-received", {}, "hen_tra"));
  if (received && finished && isBefore(finished, received))
    faults.push(new Fault("import-row-finished-before-received", {}, "hoan_thanh"));
  if (finished && returned && isBefore(returned, finished))
    faults.push(new Fault("import-row-returned-before-finished", {}, "tra_ket_qua"));
  else if (received && returned && isBefore(returned, received))
    faults.push(new Fault("import-row-returned-before-received", {}, "tra_ket_qua"));
  return faults;
}

/** Without these the dossier could never be counted, or would stay open for ever. */
function missingTimes(status: DossierStatus, received: MaybeMoment, resolved: MaybeMoment): Fault[] {
  const faults: Fault[] = [];
  const isAtTheDoor = status === "registered" || status === "not-accepted";
  if (!received && !isAtTheDoor) faults.push(new Fault("import-row-not-received", {}, "tiep_nhan"));
  const isDone = status === "result-ready" || status === "returned";
  if (!resolved && isDone) faults.push(new Fault("import-row-not-finished", {}, "hoan_thanh"));
  return faults;
}
