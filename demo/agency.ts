import type { Row } from "./rows.ts";

export const units: Row[] = [
  { ma_don_vi: "H57.16", ten: "Sở Tư pháp (dữ liệu minh hoạ)", ma_don_vi_cha: "" },
  { ma_don_vi: "H57.16.VP", ten: "Văn phòng – Bộ phận một cửa", ma_don_vi_cha: "H57.16" },
  { ma_don_vi: "H57.16.HCTP", ten: "Phòng Hành chính tư pháp", ma_don_vi_cha: "H57.16" },
  { ma_don_vi: "H57.16.BTTP", ten: "Phòng Bổ trợ tư pháp", ma_don_vi_cha: "H57.16" },
  { ma_don_vi: "H57.16.LLTP", ten: "Phòng Lý lịch tư pháp", ma_don_vi_cha: "H57.16" },
  { ma_don_vi: "H57.16.BPBD", ten: "Phòng Giao dịch bảo đảm và công tác khác", ma_don_vi_cha: "H57.16" },
];

/** Which room handles a field. */
const roomOfField: Record<string, string> = {
  "Lý lịch tư pháp": "H57.16.LLTP",
  "Hộ tịch": "H57.16.HCTP",
  "Quốc tịch": "H57.16.HCTP",
  "Nuôi con nuôi": "H57.16.HCTP",
  "Bồi thường nhà nước": "H57.16.HCTP",
  "Giao dịch bảo đảm": "H57.16.BPBD",
  "Trợ giúp pháp lý": "H57.16.BPBD",
};

export function roomFor(field: string): string {
  return roomOfField[field] ?? "H57.16.BTTP";
}

interface Person {
  username: string;
  name: string;
  role: "can_bo" | "lanh_dao" | "quan_tri";
  unit: string;
  superior: string;
}

const people: Person[] = [
  { username: "lanhdao", name: "Lê Văn Lãnh", role: "lanh_dao", unit: "H57.16", superior: "" },
  { username: "quantri", name: "Phạm Thị Quản", role: "quan_tri", unit: "H57.16.VP", superior: "lanhdao" },
  {
    username: "truongphong",
    name: "Trần Thị Trưởng",
    role: "lanh_dao",
    unit: "H57.16.HCTP",
    superior: "lanhdao",
  },
  {
    username: "canbo1",
    name: "Nguyễn Văn Một",
    role: "can_bo",
    unit: "H57.16.HCTP",
    superior: "truongphong",
  },
  { username: "canbo2", name: "Nguyễn Thị Hai", role: "can_bo", unit: "H57.16.LLTP", superior: "lanhdao" },
  { username: "canbo3", name: "Hoàng Văn Ba", role: "can_bo", unit: "H57.16.BTTP", superior: "lanhdao" },
];

/** Three officers, a head of room, a leader and an administrator, all invented. */
export const staff: Row[] = people.map(({ username, name, role, unit, superior }, at) => ({
  tai_khoan: username,
  ho_ten: `${name} (minh hoạ)`,
  vai_tro: role,
  ma_don_vi: unit,
  so_dien_thoai: `090000000${at}`,
  email: `${username}@minhhoa.example`,
  cap_tren: superior,
}));

/** Who handles the dossiers of a room, if the demonstration names anyone there. */
export function officerOf(room: string): string {
  return people.find(({ unit, role }) => unit === room && role === "can_bo")?.username ?? "canbo3";
}
