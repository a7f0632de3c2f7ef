import type { DossierStatus, Interlinked, SubmissionMode } from "../../domain/dossiers/dossier.ts";
import { oneOf } from "../readers.ts";

// The words of the files for what the domain names in English. Statuses also by their number on the national portal.

export const submissionMode = oneOf<SubmissionMode>({
  truc_tuyen: "online",
  truc_tiep: "in-person",
  buu_chinh: "postal",
});

export const interlinked = oneOf<Interlinked>({ khong: "none", ngang: "horizontal", doc: "vertical" });

const statuses: [word: string, status: DossierStatus][] = [
  ["moi_dang_ky", "registered"],
  ["da_tiep_nhan", "accepted"],
  ["khong_tiep_nhan", "not-accepted"],
  ["dang_xu_ly", "in-progress"],
  ["cho_bo_sung", "awaiting-papers"],
  ["cho_nghia_vu_tai_chinh", "awaiting-fee"],
  ["rut_ho_so", "withdrawn"],
  ["dung_xu_ly", "stopped"],
  ["da_co_ket_qua", "result-ready"],
  ["da_tra_ket_qua", "returned"],
];

export const dossierStatus = oneOf<DossierStatus>({
  ...Object.fromEntries(statuses),
  ...Object.fromEntries(statuses.map(([, status], index) => [String(index + 1), status])),
});
