/**
 * Whoever does something that is kept for good. `name` is a username, an operator's account on the machine, a
 * conversation's number for a citizen (whom erasing makes a number that means nobody), or a part of the service.
 */
interface ActedBy {
  kind: "staff" | "operator" | "citizen" | "system";
  name: string;
}

/**
 * What is done, beside what happens to cases (`case-…`) and to members of staff (`staff-…`): those the database enters itself
 * from their histories. A new deed is added here.
 */
export type Deed =
  /** A page about one matter was shown: a disclosure. */
  | "page-shown"
  /** What is kept of a dossier's applicant was shown to a member of staff. */
  | "dossier-disclosed"
  /** What is hidden in a text was shown, on a reason. */
  | "original-disclosed"
  | "list-exported"
  | "report-exported"
  | "figures-signed-off"
  | "settings-changed"
  /** A form of the staff's pages that came to something; what it did is entered beside it. */
  | "form-sent"
  | "queue-changed"
  | "policy-added"
  /** A target was set, or revised. */
  | "target-set"
  /** A target was ended, or taken back as a mistake. */
  | "target-ended"
  | "api-key-created"
  | "api-key-revoked"
  | "table-imported"
  | "import-undone"
  /** Somebody whom no channel reached was called; what came of it is its detail. */
  | "person-called"
  /** What no channel could carry is sent once more. */
  | "delivery-retried"
  /** An answered matter was let out to be read by everybody, or its words were changed. */
  | "feedback-published"
  | "feedback-taken-back"
  | "broadcast-started"
  | "broadcast-paused"
  | "broadcast-resumed"
  | "broadcast-cancelled"
  | "roles-granted"
  | "backup-written"
  | "backup-restored"
  | "erasure-asked"
  | "erasure-withdrawn"
  | "person-erased"
  | "retention-kept"
  | "own-copy-ordered"
  /** Everything personal was sealed with a new key. */
  | "keys-rotated"
  /** Something waits for a second administrator, and what they said. */
  | "approval-asked"
  | "approval-given"
  | "approval-declined";

/** One thing that was done, as it is kept. */
export interface Act {
  by: ActedBy;
  deed: Deed;
  /** What it was done to: `{ kind: "dossier", id: "H18.21-…" }`. */
  on: { kind: string; id: string };
  /** telegram · zalo · web · command-line … */
  channel: string;
  at: Date;
  /** What else is to be known of it, as JSON: no secrets, nothing a person could ask to have erased. */
  detail?: Readonly<Record<string, unknown>>;
}

/**
 * Where acts are kept, in the transaction of the deed itself: both are there or neither. Nothing in it is ever changed
 * (ADR 41). Its function throws StoreUnavailableError.
 */
export interface AuditTrail {
  record: (act: Act) => Promise<void>;
}
