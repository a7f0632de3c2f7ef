import type { Act } from "../../domain/audit/act.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { PageSay } from "../page-language.ts";
import type { StaffVisitor } from "./staff-sessions.ts";

/** One look at one staff page: who, in which words, when. */
export interface StaffVisit extends StaffVisitor {
  language: Language;
  say: PageSay;
  /** The same for those who name the language themselves. */
  sayIn: Say;
  now: Date;
}

/** Who acts on the page, for the audit. */
export function actOf({ staff, now }: Pick<StaffVisit, "staff" | "now">): Pick<Act, "by" | "channel" | "at"> {
  return { by: { kind: "staff", name: staff.username }, channel: "web", at: now };
}
