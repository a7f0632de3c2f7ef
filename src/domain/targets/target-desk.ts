import type { StaffMember } from "../staff/staff-member.ts";
import type { Day } from "../vietnam-time.ts";
import type { TargetChange, TargetEnd, TargetStore, TargetTerms } from "./target.ts";

/** Targets as the staff see and change them. */
export interface TargetDesk extends Pick<TargetStore, "list" | "find"> {
  /** A new one, or other terms in the place of the version with this id. */
  save(terms: TargetTerms, id: string | undefined, staff: StaffMember, now: Date): Promise<TargetChange>;
  /** As `TargetStore.end`. */
  end(id: string, on: Day | null, staff: StaffMember, now: Date): Promise<TargetEnd>;
}
