import type { Post, StaffMember } from "../staff/staff-member.ts";

/** A piece of work with who has it and whose it is. */
interface Placed {
  officer: string | null;
  unitCode: string | null;
  /** Codes from the agency down to its unit. */
  unitPath: readonly string[];
}

/**
 * Whether a member of staff may see and work on a matter: the officer who has it, officers of its unit, leaders of its
 * unit or of one above, administrators; and whoever stands in for one of these. A matter with no unit is everyone's who
 * may lead, and the duty officer's.
 */
export function mayWorkOn(staff: StaffMember, matter: Placed): boolean {
  return postsOf(staff).some((post) => reaches(post, matter));
}

/** Whether a member of staff may decide on it: more time, an answer that needs approval, a reopening. */
export function mayDecideOn(staff: StaffMember, matter: Placed): boolean {
  return postsOf(staff).some((post) => post.role !== "officer" && reaches(post, matter));
}

/** Whether they handle it themselves, in its unit: only those read who sent it when the sender wished it so. */
export function handles(staff: StaffMember, matter: Placed): boolean {
  return postsOf(staff).some(
    ({ username, unitCode }) => username === matter.officer || unitCode === matter.unitCode,
  );
}

function postsOf(staff: StaffMember): readonly Post[] {
  return [staff, ...(staff.standsInFor ?? [])];
}

function reaches(post: Post, { officer, unitCode, unitPath }: Placed): boolean {
  if (post.role === "admin" || officer === post.username) return true;
  if (post.role === "leader") return unitCode === null || unitPath.includes(post.unitCode);
  return unitCode === post.unitCode;
}
