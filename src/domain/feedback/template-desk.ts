import type { StaffMember } from "../staff/staff-member.ts";
import type { ReplyTemplate, TemplateDraft, TemplateFault } from "./reply-template.ts";

type TemplateChange =
  | { kind: "saved"; template: ReplyTemplate }
  | { kind: "unchanged"; template: ReplyTemplate }
  | { kind: "faulty"; faults: readonly TemplateFault[] }
  /** Somebody wrote another version since the form was shown, or ended it: the latest as it is now. */
  | { kind: "changed-meanwhile"; latest: ReplyTemplate }
  | { kind: "not-found" }
  | { kind: "not-allowed" };

/** Which version a form was shown with. */
export interface SeenTemplate {
  line: string;
  /** Digits. */
  id: string;
}

/** Texts to begin answers with, as the staff see and change them; what was written stays, version by version. */
export interface TemplateDesk {
  /** Those in force, by outcome and name. */
  list(): Promise<ReplyTemplate[]>;
  /** Those that are not offered any more, the latest ended first. */
  ended(): Promise<ReplyTemplate[]>;
  /** All versions of a line, the newest first; none: there is no such line. */
  history(line: string): Promise<ReplyTemplate[]>;
  /** A new text, or the version after the one that was seen. */
  save(
    draft: TemplateDraft,
    seen: SeenTemplate | undefined,
    staff: StaffMember,
    now: Date,
  ): Promise<TemplateChange>;
  /** From now on it is not offered; false when it was not. */
  end(line: string, staff: StaffMember, now: Date): Promise<boolean>;
}
