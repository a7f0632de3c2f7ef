import type { NoticeSubject } from "../notices/notice.ts";
import type { Day } from "../vietnam-time.ts";
import type { DigestReader, OpenWork } from "./digest.ts";
import type { ReminderSubject } from "./reminder.ts";

/** The digests of a day. */
export interface DigestCounts {
  planned: number;
  /** Went out. */
  said: number;
  /** Should have gone out by now and still wait. */
  overdue: number;
}

/** What reminders and digests are planned from. */
export interface ReminderStore {
  /**
   * Open dossiers and assignments due between two instants whose deadline is new or has moved since they were last taken,
   * the earliest due first; taking them marks them.
   */
  takeUnplanned(due: { after: Date; before: Date }, now: Date, limit: number): Promise<ReminderSubject[]>;
  /** All work whose clock runs out before an instant, late work included. */
  openWork(on: Day, dueBefore: Date): Promise<OpenWork[]>;
  /** Everyone on the staff who is there on a day. */
  readers(on: Day): Promise<DigestReader[]>;
  digestsOf(on: Day, now: Date): Promise<DigestCounts>;
  /** Takes back officers' reminders of these that are due until then: the digest says them. */
  foldIntoDigest(covered: readonly NoticeSubject[], until: Date, now: Date): Promise<void>;
}
