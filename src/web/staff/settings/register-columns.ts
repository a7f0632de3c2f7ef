import type { RegisterEntry, RegisterName } from "../../../domain/settings/register.ts";
import type { MessageKey } from "../../../wording/wording.ts";
import type { StaffVisit } from "../staff-visit.ts";

/** What a column can be chosen from: words of its own, or what another register holds. */
type Choice = readonly string[] | "fields" | "units" | "staff";

/** One column as its form asks for it. */
export interface RegisterColumn {
  name: string;
  label: Extract<MessageKey, `setting-column-${string}`>;
  isRequired?: boolean;
  isLong?: boolean;
  choice?: Choice;
  /** Whether nothing may be chosen. */
  isOptionalChoice?: boolean;
}

/** How a register is shown and asked for. */
export interface RegisterForm {
  title: Extract<MessageKey, `settings-${string}`>;
  add: Extract<MessageKey, `settings-add-${string}`>;
  key: string;
  columns: readonly RegisterColumn[];
  /** Whether the key is given by the register itself. */
  hasOwnKey?: boolean;
  nameOf(entry: RegisterEntry): string;
}

const text = (name: string, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  name,
  label: `setting-column-${name}` as RegisterColumn["label"],
  ...more,
});

export const registerForms: Readonly<Record<RegisterName, RegisterForm>> = {
  "thu-tuc": {
    title: "settings-thu-tuc",
    add: "settings-add-thu-tuc",
    key: "ma_thu_tuc",
    nameOf: ({ row }) => row.ten ?? "",
    columns: [
      text("ma_thu_tuc", { isRequired: true }),
      text("ten", { isRequired: true, isLong: true }),
      text("linh_vuc", { isRequired: true }),
      text("ten_thuong_goi", { isLong: true }),
      text("thoi_han"),
      text("phi"),
      text("muc_do", { choice: ["toan_trinh", "mot_phan", "khong"] }),
      text("lien_thong", { choice: ["khong", "ngang", "doc"] }),
      text("thanh_phan_ho_so", { isLong: true }),
      text("noi_nop"),
      text("duong_dan"),
      text("nguon"),
      text("cong_khai", { choice: ["1", "0"] }),
    ],
  },
  "phan-cong": {
    title: "settings-phan-cong",
    add: "settings-add-phan-cong",
    key: "thu_tu",
    hasOwnKey: true,
    nameOf: ({ row }) => [row.linh_vuc, row.tu_khoa].filter(Boolean).join(" · "),
    columns: [
      text("linh_vuc", { choice: "fields", isOptionalChoice: true }),
      text("tu_khoa", { isLong: true }),
      text("ma_don_vi", { label: "setting-column-unit", choice: "units", isRequired: true }),
      text("can_bo", { choice: "staff", isOptionalChoice: true }),
    ],
  },
  "don-vi": {
    title: "settings-don-vi",
    add: "settings-add-don-vi",
    key: "ma_don_vi",
    nameOf: ({ row }) => row.ten ?? "",
    columns: [
      text("ma_don_vi", { isRequired: true }),
      text("ten", { isRequired: true }),
      text("ma_don_vi_cha", { choice: "units", isOptionalChoice: true }),
    ],
  },
  "can-bo": {
    title: "settings-can-bo",
    add: "settings-add-can-bo",
    key: "tai_khoan",
    nameOf: ({ row }) => row.ho_ten ?? "",
    columns: [
      text("tai_khoan", { isRequired: true }),
      text("ho_ten", { isRequired: true }),
      text("vai_tro", { choice: ["can_bo", "lanh_dao", "quan_tri"] }),
      text("ma_don_vi", { label: "setting-column-unit", choice: "units", isRequired: true }),
      text("cap_tren", { choice: "staff", isOptionalChoice: true }),
      text("so_dien_thoai"),
      text("email"),
    ],
  },
};

/** What a word of a column is called; words of others are shown as they are. */
export function nameOfWord(column: string, word: string, { say }: Pick<StaffVisit, "say">): string {
  const known = wordNames[`${column}:${word}`];
  return known ? say(known) : word;
}

const wordNames: Readonly<Record<string, Extract<MessageKey, `setting-word-${string}`>>> = {
  "muc_do:toan_trinh": "setting-word-full",
  "muc_do:mot_phan": "setting-word-partial",
  "muc_do:khong": "setting-word-not-online",
  "lien_thong:khong": "setting-word-none",
  "lien_thong:ngang": "setting-word-horizontal",
  "lien_thong:doc": "setting-word-vertical",
  "cong_khai:1": "setting-word-published",
  "cong_khai:0": "setting-word-withdrawn",
  "approval:1": "setting-word-in-use",
  "approval:0": "setting-word-not-in-use",
  "dang_dung:1": "setting-word-in-use",
  "dang_dung:0": "setting-word-not-in-use",
  "vai_tro:can_bo": "setting-word-officer",
  "vai_tro:lanh_dao": "setting-word-leader",
  "vai_tro:quan_tri": "setting-word-admin",
};
