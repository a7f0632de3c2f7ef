import { importKind, optional, required } from "../import-kind.ts";
import { code, text } from "../readers.ts";

/** Units; a parent may stand later in the file or be known already. */
export const units = importKind({
  name: "don-vi",
  table: "unit",
  columns: {
    code: required("ma_don_vi", "Mã đơn vị", code),
    name: required("ten", "Tên đơn vị", text),
    parent_code: optional("ma_don_vi_cha", "Mã đơn vị cha", text),
  },
  parent: { column: "ma_don_vi_cha", unknown: "import-row-unknown-unit" },
  toRow: (cells) => cells,
});
