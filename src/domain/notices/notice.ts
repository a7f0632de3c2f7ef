/** Someone the program speaks to unasked. */
export type Recipient =
  | { kind: "conversation"; conversationId: string }
  /** Wherever this member of staff can be reached. */
  | { kind: "staff"; username: string }
  /** Whoever holds this rung of the ladder when the notice falls due; see domain/reminders. */
  | { kind: "ladder"; rung: LadderRung };

export type LadderRung = "officer" | "head" | "leader" | "office" | "duty" | "admin";

export interface NoticeSubject {
  kind: "feedback" | "dossier" | "assignment";
  id: string;
}

/** Something to be said unasked at its time. `facts` is JSON that the composer of its kind reads. */
export interface PlannedNotice {
  /** Names subject, kind, offset, deadline version and recipient: a second one with the same key is dropped. */
  key: string;
  kind: string;
  recipient: Recipient;
  facts: Record<string, unknown>;
  subject?: NoticeSubject;
  dueAt: Date;
  /** After this it is worth nothing any more. */
  expiresAt?: Date;
}

/** Where what is to be said unasked is kept until its time. */
export interface NoticeStore {
  /** Adds those whose key is not known yet, and takes up again those that were taken back. What was said stays said. */
  plan(notices: readonly PlannedNotice[], now: Date): Promise<void>;
  /** Takes back what is still planned about a subject, of these kinds or of all. */
  cancel(subject: NoticeSubject, reason: string, now: Date, kinds?: readonly string[]): Promise<void>;
}
