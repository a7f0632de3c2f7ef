import type { StaffMember } from "../staff/staff-member.ts";
import type { FeedbackPolicy } from "./policy.ts";

export type NewPolicy = Omit<FeedbackPolicy, "id" | "version">;

type PolicyOutcome =
  | { kind: "saved"; policy: FeedbackPolicy }
  /** Somebody added a version since the form was shown: the latest as it is now. */
  | { kind: "changed-meanwhile"; latest: FeedbackPolicy }
  | { kind: "no-such-field" }
  | { kind: "not-allowed" };

/** Policies as the staff see them and add versions; a version that was promised by is never changed. */
export interface PolicyDesk {
  /** All versions, the latest of each first. */
  list(): Promise<FeedbackPolicy[]>;
  /** Adds the version after the one that was seen; 0 when there was none. */
  add(policy: NewPolicy, seenVersion: number, staff: StaffMember, now: Date): Promise<PolicyOutcome>;
}

/** Names what a policy is for: versions with the same name follow one another. */
export function scopeOf({
  field,
  kind,
  urgency,
}: Pick<FeedbackPolicy, "field" | "kind" | "urgency">): string {
  return [field ?? "*", kind ?? "*", urgency].join("|");
}
