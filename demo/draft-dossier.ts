import { dayOf } from "../src/domain/vietnam-time.ts";
import { officerOf, roomFor } from "./agency.ts";
import type { Procedure } from "./catalogue.ts";
import type { Random } from "./random.ts";
import { written, type Row } from "./rows.ts";

/** A dossier before it has its code. */
export interface DraftDossier {
  procedure: Procedure;
  mode: "truc_tuyen" | "truc_tiep" | "buu_chinh";
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
  status: string;
  partner?: string;
}

const surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const middles = ["Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc"];
const givens = [
  "An",
  "Bình",
  "Chi",
  "Dũng",
  "Giang",
  "Hoa",
  "Khánh",
  "Lan",
  "Minh",
  "Nga",
  "Phúc",
  "Quân",
  "Sơn",
  "Thảo",
  "Vinh",
];

/**
 * Rows with their codes: agency, day of receipt, serial of that day. Until 2022 the old form
 * (`000.00.16.H57-210315-0012`), then that of QĐ 20/2020/QĐ-TTg (`H57.16-240315-0012`). Names and phones are invented:
 * the phones are of a range that cannot be called.
 */
export function dossierRows(drafts: readonly DraftDossier[], random: Random): Row[] {
  const serials = new Map<string, number>();
  return drafts
    .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .map((draft) => {
      const day = dayOf(draft.receivedAt);
      const serial = (serials.get(day) ?? 0) + 1;
      serials.set(day, serial);
      const room = roomFor(draft.procedure.field);
      return {
        ma_ho_so: codeOf(day, serial),
        ma_thu_tuc: draft.procedure.code,
        ma_don_vi: room,
        hinh_thuc: draft.mode,
        tiep_nhan: written(draft.receivedAt),
        hen_tra: written(draft.dueAt),
        hoan_thanh: written(draft.finishedAt),
        tra_ket_qua: written(draft.returnedAt),
        trang_thai: draft.status,
        can_bo: officerOf(room),
        nguoi_nop: `${random.pick(surnames)} ${random.pick(middles)} ${random.pick(givens)} (minh hoạ)`,
        so_dien_thoai: `0900${String(random.between(0, 999_999)).padStart(6, "0")}`,
        lien_thong: draft.partner ? "ngang" : "khong",
        co_quan_lien_thong: draft.partner ?? "",
      };
    });
}

function codeOf(day: string, serial: number): string {
  const agency = day < "2022" ? "000.00.16.H57" : "H57.16";
  return `${agency}-${day.slice(2).replaceAll("-", "")}-${String(serial).padStart(4, "0")}`;
}
