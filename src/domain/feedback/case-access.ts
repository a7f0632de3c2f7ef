import type { StaffMember } from "../staff/staff-member.ts";
import type { FeedbackCase } from "./feedback.ts";

type Placed = Pick<FeedbackCase, "officer" | "unitCode" | "unitPath">;

/**
 * Whether a member of staff may see and work on a case: the officer who has it, officers of its unit, leaders of its
 * unit or of one above, administrators. A case with no unit is everyone's who may lead, and the duty officer's.
 */
export function mayWorkOn(staff: StaffMember, matter: Placed): boolean {
  if (staff.role === "admin" || matter.officer === staff.username) return true;
  if (staff.role === "leader") return matter.unitCode === null || matter.unitPath.includes(staff.unitCode);
  return matter.unitCode === staff.unitCode;
}

/** Whether a member of staff may decide on it: more time, an answer that needs approval, a reopening. */
export function mayDecideOn(staff: StaffMember, matter: Placed): boolean {
  return staff.role !== "officer" && mayWorkOn(staff, matter);
}
