import type { StaffMember } from "../staff/staff-member.ts";
import type { FeedbackCase } from "./feedback.ts";

/** Which cases a queue shows: those still owed, those somebody else is waited for, those for a leader, those ended. */
export const queueStates = ["open", "waiting", "to-decide", "ended"] as const;
export type QueueState = (typeof queueStates)[number];

interface QueueFilter {
  /** Whose eyes: only what this member of staff may work on is shown. */
  staff: StaffMember;
  isOwnOnly: boolean;
  state: QueueState;
  /** Only those of this field. */
  field?: string | undefined;
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

/** A look at the queue kept under a name; of one's own views the names differ. */
export interface QueueView {
  /** Digits. */
  id: string;
  name: string;
  /** What follows the `?` of the queue's address. */
  query: string;
}

/** Keeps what somebody looks at often. Its functions throw StoreUnavailableError. */
export interface QueueViewStore {
  of(username: string): Promise<QueueView[]>;
  /** Under a name that was taken before: in its place. False: there are as many as may be. */
  keep(username: string, view: Omit<QueueView, "id">, now: Date): Promise<boolean>;
  forget(username: string, id: string): Promise<void>;
}

/** Views that somebody may keep. */
export const mostQueueViews = 12;

/** Cases one after another, those with the least time left first; ended ones the newest first. */
export interface CaseQueue {
  /** The code of a case as it is kept, where this member of staff may work on it. */
  reach(code: string, staff: StaffMember): Promise<string | undefined>;
  list(filter: QueueFilter, page: { after: QueuePlace | undefined; limit: number }): Promise<QueuedCase[]>;
}
