import { contactSlot } from "./contact-slot.ts";
import { contentSlot } from "./content-slot.ts";
import { dossierSlot } from "./dossier-slot.ts";
import { fieldSlot } from "./field-slot.ts";
import { placeSlot } from "./place-slot.ts";
import { privacySlot } from "./privacy-slot.ts";
import { samenessSlot } from "./sameness-slot.ts";

/** What is asked of feedback, in this order; answers may come in any. */
export const feedbackSlots = [
  contentSlot,
  fieldSlot,
  placeSlot,
  dossierSlot,
  samenessSlot,
  privacySlot,
  contactSlot,
];

/** Those that can be changed by name, with the folded words they go by. */
export const changeableSlots = {
  noidung: ["noi dung", "noi dung phan anh", "content", "text"],
  linhvuc: ["linh vuc", "field"],
  noi: ["noi", "noi xay ra", "dia diem", "dia chi", "vi tri", "place", "location"],
  hoso: ["ho so", "ma ho so", "dossier"],
  rieng: ["ai biet", "rieng tu", "an danh", "cong khai", "quyen rieng tu", "privacy"],
  lienhe: [
    "lien he",
    "cach lien he",
    "ten",
    "ho ten",
    "so dien thoai",
    "dien thoai",
    "sdt",
    "contact",
    "phone",
  ],
} as const;
export type ChangeableSlot = keyof typeof changeableSlots;
