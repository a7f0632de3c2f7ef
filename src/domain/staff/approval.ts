/** What can be made to wait for a second administrator. */
export const fourEyesKinds = ["export", "policy", "erasure"] as const;
export type FourEyesKind = (typeof fourEyesKinds)[number];

/** A messenger account waits in the same way where bindings are approved. */
type ApprovalKind = FourEyesKind | "binding";

/** For so long something may wait, and an approval be used. */
export const approvalHours = 72;

/** Something that waits, or waited, for somebody else's yes. */
export interface Approval {
  id: string;
  kind: ApprovalKind;
  askedBy: string;
  askedByName: string | null;
  askedAt: Date;
  expiresAt: Date;
  what: string;
  /** What is sent again once approved; null where approving itself does it. */
  action: string | null;
  fields: [name: string, value: string][];
  decidedBy: string | null;
  decidedAt: Date | null;
  isApproved: boolean | null;
  reason: string | null;
  doneAt: Date | null;
}

/** A deed of a page that wants a second pair of eyes: word for word what was sent. */
export interface SoughtDeed {
  kind: FourEyesKind;
  askedBy: string;
  what: string;
  action: string;
  fields: [name: string, value: string][];
}

export type DecisionOutcome = { kind: "decided" } | { kind: "own" } | { kind: "over" };

/** Four eyes: nobody approves their own. Its functions throw StoreUnavailableError. */
export interface Approvals {
  /** What waits and what was decided, the latest first; of somebody alone when named. */
  list(askedBy?: string): Promise<Approval[]>;
  /**
   * Whether a deed may be done now: where its kind need not wait, or where it was approved as it is; an approval is used up by
   * this. Otherwise it is asked for, and administrators are told.
   */
  mayDo(deed: SoughtDeed, now: Date): Promise<boolean>;
  decide(
    decision: { id: string; by: string; isApproved: boolean; reason: string },
    now: Date,
  ): Promise<DecisionOutcome>;
}
