import { handles } from "../../../domain/feedback/case-access.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { StaffMember } from "../../../domain/staff/staff-member.ts";

/** A talk shows who somebody is, so it is for those who may know that. */
export function mayReadTalk(matter: FeedbackCase, staff: StaffMember): boolean {
  return matter.privacy === "public" || (matter.privacy === "agency" && handles(staff, matter));
}
