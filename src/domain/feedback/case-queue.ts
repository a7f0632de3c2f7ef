import type { StaffMember } from "../staff/staff-member.ts";
import type { FeedbackCase } from "./feedback.ts";

/** The columns of the board; a case stands in one: nobody took it, worked on, somebody else is waited for, for a leader, ended. */
export const boardColumns = ["to-accept", "in-work", "waiting", "to-decide", "ended"] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** Which cases a queue shows: all that are still owed, or those of one column. */
export const queueStates = ["open", ...boardColumns] as const;
export type QueueState = (typeof queueStates)[number];

export interface QueueFilter {
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

/** A case on the board, with what decides on what may be done to it. */
export type BoardCase = QueuedCase &
  Pick<FeedbackCase, "draft" | "extension" | "officer" | "unitCode" | "unitPath">;

/** One column of the board: its first cases, and how many there are in all. */
export interface BoardColumnShown {
  column: BoardColumn;
  cases: BoardCase[];
  total: number;
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
  /** The same apart by columns, so many of each. */
  board(filter: Omit<QueueFilter, "state">, limit: number): Promise<BoardColumnShown[]>;
}
