import type { Act } from "../../domain/audit/act.ts";
import type { FourEyesKind } from "../../domain/staff/approval.ts";
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
  /**
   * Goes on where a deed of this kind need not wait for a second administrator, or one has approved it as it was sent; else it
   * is asked for, and the browser led to where it waits. Throws Detour. `what` says what is meant, in words.
   */
  awaitSecond: (kind: FourEyesKind, what: string) => Promise<void>;
}

/** Who acts on the page, for the audit. */
export function actOf({ staff, now }: Pick<StaffVisit, "staff" | "now">): Pick<Act, "by" | "channel" | "at"> {
  return { by: { kind: "staff", name: staff.username }, channel: "web", at: now };
}
