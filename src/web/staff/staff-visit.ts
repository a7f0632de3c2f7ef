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
