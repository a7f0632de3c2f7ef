import type { StaffMember } from "../staff/staff-member.ts";
import type { FeedbackCase } from "./feedback.ts";

/** Which cases a queue shows: those still owed, those somebody else is waited for, those for a leader, those ended. */
export const queueStates = ["open", "waiting", "to-decide", "ended"] as const;
export type QueueState = (typeof queueStates)[number];

export interface QueueFilter {
  /** Whose eyes: only what this member of staff may work on is shown. */
  staff: StaffMember;
  isOwnOnly: boolean;
  state: QueueState;
  /** Words all of which are in the code, the content or the place, with marks or without; none: everything. */
  words: readonly string[];
}

export interface QueuedCase extends Pick<
  FeedbackCase,
  | "code"
  | "version"
  | "status"
  | "urgency"
  | "content"
  | "field"
  | "dueAt"
  | "unitName"
  | "officerName"
  | "isDemonstration"
> {
  id: string;
}

/** Where a page ended, so that the next begins right after it. */
export interface QueuePlace {
  dueAt: Date | null;
  /** Digits. */
  id: string;
}

/** Cases one after another, those with the least time left first; ended ones the newest first. */
export interface CaseQueue {
  /** The code of a case as it is kept, where this member of staff may work on it. */
  reach(code: string, staff: StaffMember): Promise<string | undefined>;
  list(filter: QueueFilter, page: { after: QueuePlace | undefined; limit: number }): Promise<QueuedCase[]>;
}
