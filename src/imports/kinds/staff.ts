import { importKind, optional, required } from "../import-kind.ts";
import { code, oneOf, phone, text, unit } from "../readers.ts";

/** Members of staff; a superior may stand later in the file or be known already. */
export const staff = importKind({
  name: "can-bo",
  table: "staff_member",
  columns: {
    username: required("tai_khoan", "Tài khoản", code),
    full_name: required("ho_ten", "Họ tên", text),
    role: required("vai_tro", "Vai trò", oneOf({ can_bo: "officer", lanh_dao: "leader", quan_tri: "admin" })),
    unit_id: required("ma_don_vi", "Mã đơn vị", unit),
    phone: optional("so_dien_thoai", "Số điện thoại", phone),
    email: optional("email", "Email", text),
    superior_username: optional("cap_tren", "Cấp trên", text),
  },
  parent: { column: "cap_tren", unknown: "import-row-unknown-staff" },
  toRow: (cells) => cells,
});
