import { realProcedures, type CatalogueEntry } from "./real-procedures.ts";
import type { Row } from "./rows.ts";

/** The department published 144 procedures; those beyond the ones written out are placeholders and say so. */
const published = 144;

export interface Procedure extends CatalogueEntry {
  code: string;
}

const invented = (at: number): CatalogueEntry => {
  const { field, workingDays } = realProcedures[at % realProcedures.length]!;
  return {
    name: `Thủ tục số ${at + 1} (minh hoạ)`,
    field,
    workingDays,
    fee: "không thu",
    papers: "Tờ khai theo mẫu (minh hoạ)",
  };
};

export const catalogue: readonly Procedure[] = Array.from({ length: published }, (_, at) => ({
  ...(realProcedures[at] ?? invented(at)),
  code: `2.${String(at + 1).padStart(6, "0")}`,
}));

export const procedureRows: Row[] = catalogue.map(
  ({ code, name, alsoCalled, field, workingDays, fee, papers, link, isOnline }) => ({
    ma_thu_tuc: code,
    ten: name,
    ten_thuong_goi: alsoCalled ?? "",
    linh_vuc: field,
    thoi_han: String(workingDays),
    phi: fee,
    muc_do: isOnline ? "toan_trinh" : "mot_phan",
    lien_thong: link ?? "khong",
    cong_khai: "1",
    thanh_phan_ho_so: papers,
    noi_nop: "Bộ phận một cửa Sở Tư pháp (dữ liệu minh hoạ)",
    duong_dan: isOnline ? "https://dichvucong.gov.vn" : "",
    nguon:
      "danh mục minh hoạ, soạn theo hiểu biết chung về thủ tục của sở tư pháp; kiểm tra lại với nguồn trước khi dùng thật.",
  }),
);
