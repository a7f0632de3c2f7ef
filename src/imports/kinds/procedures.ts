import { importKind, optional, required } from "../import-kind.ts";
import { countingNumber, field, oneOf, procedureCode, text, yesOrNo } from "../readers.ts";
import { interlinked } from "./vocabulary.ts";

/** The catalogue of procedures; a field that is not known yet is created. */
export const procedures = importKind({
  name: "thu-tuc",
  table: "procedure",
  columns: {
    code: required("ma_thu_tuc", "Mã thủ tục", procedureCode),
    name: required("ten", "Tên thủ tục", text),
    field_name: required("linh_vuc", "Lĩnh vực", field),
    working_days: optional("thoi_han", "Thời hạn", countingNumber),
    fee: optional("phi", "Phí", text),
    online_level: optional(
      "muc_do",
      "Mức độ",
      oneOf({ toan_trinh: "full", mot_phan: "partial", khong: "none" }),
    ),
    interlinked: optional("lien_thong", "Liên thông", interlinked),
    is_published: optional("cong_khai", "Công khai", yesOrNo),
    papers: optional("thanh_phan_ho_so", "Thành phần hồ sơ", text),
    submit_at: optional("noi_nop", "Nơi nộp", text),
    url: optional("duong_dan", "Đường dẫn", text),
    also_called: optional("ten_thuong_goi", "Tên thường gọi", text),
    source: optional("nguon", "Nguồn", text),
  },
  toRow: (cells) => ({
    ...cells,
    online_level: cells.online_level ?? "none",
    interlinked: cells.interlinked ?? "none",
    is_published: cells.is_published ?? true,
  }),
});
