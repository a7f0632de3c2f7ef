import type { StaffMember } from "../staff/staff-member.ts";

/** Whose dossiers somebody may see one by one: everywhere, or in any of these. */
export type DossierReach =
  | { kind: "everywhere" }
  | {
      kind: "within";
      /** Units with all below them. */
      branches: string[];
      /** Units alone. */
      units: string[];
      /** Dossiers that these officers have. */
      officers: string[];
    };

/** The same rule as `mayWorkOn` of single matters, for lists: also as whom they stand in for. */
export function dossierReachOf(staff: StaffMember): DossierReach {
  const posts = [staff, ...(staff.standsInFor ?? [])];
  if (posts.some(({ role }) => role === "admin")) return { kind: "everywhere" };
  const unitsOf = (role: "leader" | "officer") =>
    posts.filter((post) => post.role === role).map(({ unitCode }) => unitCode);
  return {
    kind: "within",
    branches: unitsOf("leader"),
    units: unitsOf("officer"),
    officers: posts.map(({ username }) => username),
  };
}
