import type { FeedbackPolicy } from "./policy.ts";

/** The policy table: versions are added, never changed, so that a promise made under one stays explained. */
export interface FeedbackPolicyStore {
  /** All versions, the latest of each first. */
  list(): Promise<FeedbackPolicy[]>;
  /** Adds the next version for its field, kind and urgency, which reminds as the one before unless it says how. Undefined when there is no such field. */
  add(policy: Omit<FeedbackPolicy, "id" | "version">): Promise<FeedbackPolicy | undefined>;
}
