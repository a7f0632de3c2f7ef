import type { NoticeSubject, Recipient } from "../../domain/notices/notice.ts";
import type { Standing } from "../../domain/staff/staff-directory.ts";
import type { Language } from "../../wording/wording.ts";
import type { Reply } from "../reply.ts";

/** A notice whose time has come, held by one worker. */
export interface DueNotice {
  id: string;
  kind: string;
  recipient: Recipient;
  facts: Record<string, unknown>;
  subject: NoticeSubject | null;
  dueAt: Date;
  expiresAt: Date | null;
  /** Where its subject stands now; null when it has none, or is gone. */
  standing: SubjectStanding | null;
}

/** What a reminder is checked against before it goes out. */
export interface SubjectStanding extends Standing {
  /** Where its clocks run to; null where one was met, or stands still. */
  acceptDueAt: Date | null;
  dueAt: Date | null;
}

/** A conversation in which somebody can be told something. */
export interface Reachable {
  conversationId: string;
  language: Language;
}

/** A member of staff who is to be told: where they work, and where they are reached, if anywhere. */
export interface Told {
  username: string;
  unitCode: string;
  /** Until then they want no reminder of this subject before its deadline. */
  snoozedUntil: Date | null;
  reached: Reachable | undefined;
}

/** What becomes of a due notice. */
export type Settlement =
  | { kind: "handed-over"; conversationId: string; reply: Reply }
  /** What another notice of the batch says for both. */
  | { kind: "handed-over-with"; noticeId: string }
  | { kind: "postponed"; until: Date }
  | { kind: "cancelled" | "unreachable"; reason: string };

/** One batch of due notices and what it needs, all of one transaction. */
export interface NoticeBatch {
  /** Oldest first. */
  due: DueNotice[];
  /** Who each notice for staff is for now, by the notice's id; one that nobody is there for is left out. */
  staffFor(notices: readonly DueNotice[]): Promise<ReadonlyMap<string, Told>>;
  /** Who was told by the notices with these keys: usernames by key. */
  toldBy(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The conversations with these ids; one that is gone is left out. */
  conversations(ids: readonly string[]): Promise<ReadonlyMap<string, Reachable>>;
}

/** Where due notices are taken from. Any number of workers may. */
export interface NoticeDesk {
  /** Marks what is worth nothing any more; returns how many. */
  expire(now: Date): Promise<number>;
  /**
   * Holds up to `limit` due notices that nobody else holds, lets `decide` settle them in their order, and writes all of
   * it at once: the notices' fate and the replies in the outbox. Returns how many were held. Nothing is held or written
   * when `decide` throws.
   */
  settle(
    limit: number,
    now: Date,
    decide: (batch: NoticeBatch) => Promise<ReadonlyMap<string, Settlement>>,
  ): Promise<number>;
}
