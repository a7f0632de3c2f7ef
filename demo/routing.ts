import { roomFor } from "./agency.ts";
import { procedureRows } from "./catalogue.ts";
import type { Row } from "./rows.ts";

/** What people write when they do not know whose matter it is. */
const phrasesOfRoom: Record<string, string> = {
  "H57.16.LLTP": "lý lịch tư pháp; phiếu lý lịch; lltp",
  "H57.16.HCTP": "khai sinh; khai tử; kết hôn; trích lục; hộ tịch; quốc tịch; con nuôi",
  "H57.16.BTTP": "công chứng; luật sư; đấu giá; giám định; thừa phát lại",
  "H57.16.BPBD": "thế chấp; giao dịch bảo đảm; trợ giúp pháp lý",
};

/** Words first, for they say more than the field does; then each field to its room. */
export const routingRows: Row[] = [
  ...Object.entries(phrasesOfRoom).map(([room, phrases]) => ({
    tu_khoa: phrases,
    linh_vuc: "",
    ma_don_vi: room,
  })),
  ...[...new Set(procedureRows.map(({ linh_vuc }) => linh_vuc!))].map((field) => ({
    tu_khoa: "",
    linh_vuc: field,
    ma_don_vi: roomFor(field),
  })),
].map((rule, at) => ({ thu_tu: String(at + 1), can_bo: "", ...rule }));
