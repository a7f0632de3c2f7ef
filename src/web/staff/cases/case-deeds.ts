import { refusalGrounds, type CaseAction } from "../../../domain/feedback/case-action.ts";
import type { deedsOn } from "../../../conversation/answers/work-deeds.ts";
import type { FormFields } from "../form-fields.ts";

/** What may be done to a case on its page: the same deeds as behind `/viec`, but for looking. */
export type Deed = Exclude<ReturnType<typeof deedsOn>[number], "lichsu">;

/** What a deed's form asks for. */
export type Asked = "text" | "days" | "ground" | "agency" | "unit";

type Read = (fields: FormFields) => CaseAction;

/** Each deed with what it asks for and the action it comes to; blank texts and days out of range are refused by the domain. */
export const caseDeeds: Readonly<Record<Deed, { asks: readonly Asked[]; read: Read }>> = {
  nhan: { asks: [], read: () => ({ kind: "accept" }) },
  saiphong: { asks: [], read: () => ({ kind: "wrong-unit" }) },
  tiep: { asks: [], read: () => ({ kind: "resume" }) },
  trinh: { asks: [], read: () => ({ kind: "submit" }) },
  gui: { asks: [], read: () => ({ kind: "answer" }) },
  dong: { asks: [], read: () => ({ kind: "close" }) },
  dongygiahan: { asks: [], read: () => ({ kind: "decide-extension", isGranted: true }) },
  tuchoigiahan: { asks: [], read: () => ({ kind: "decide-extension", isGranted: false }) },
  soan: { asks: ["text"], read: ({ text }) => ({ kind: "draft", text: text("text") }) },
  tralai: { asks: ["text"], read: ({ text }) => ({ kind: "return", reason: text("text") }) },
  hoi: { asks: ["text"], read: ({ text }) => ({ kind: "ask-citizen", question: text("text") }) },
  coquan: {
    asks: ["agency", "text"],
    read: ({ text }) => ({ kind: "ask-agency", agency: text("agency"), reason: text("text") }),
  },
  giahan: {
    asks: ["days", "text"],
    read: ({ text }) => ({
      kind: "request-extension",
      workingDays: Number(text("days")),
      reason: text("text"),
    }),
  },
  chuyen: { asks: ["unit"], read: ({ text }) => ({ kind: "assign", unitCode: text("unit") }) },
  tuchoi: {
    asks: ["ground", "text"],
    read: ({ text }) => ({
      kind: "refuse",
      ground: refusalGrounds.find((ground) => ground === text("ground")) ?? "unclear",
      explanation: text("text"),
    }),
  },
  chuyenngoai: {
    asks: ["agency", "text"],
    read: ({ text }) => ({ kind: "forward", agency: text("agency"), explanation: text("text") }),
  },
  molai: {
    asks: ["text"],
    read: ({ text }) => ({ kind: "decide-reopening", isGranted: true, reason: text("text") }),
  },
  khongmolai: {
    asks: ["text"],
    read: ({ text }) => ({ kind: "decide-reopening", isGranted: false, reason: text("text") }),
  },
  ghichu: { asks: ["text"], read: ({ text }) => ({ kind: "note", text: text("text") }) },
};

export function readDeed(text: string): Deed | undefined {
  return Object.hasOwn(caseDeeds, text) ? (text as Deed) : undefined;
}
