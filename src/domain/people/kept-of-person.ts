/** So long somebody may change their mind about having their data erased. */
export const erasureDelayDays = 7;

/** How much is kept of somebody, in all conversations that were joined to theirs. */
export interface KeptOfPerson {
  channels: string[];
  /** Null: nothing was ever said. */
  since: Date | null;
  messages: number;
  files: number;
  /** Codes of the matters they sent. */
  cases: string[];
  /** Codes of dossiers they follow. */
  follows: string[];
  /** What they agreed to, and when; the latest first. */
  consents: { code: string; at: string; version: string; withdrawnAt: string | null }[];
  /** When what is hidden in their matters was read in full, and why; the latest first. */
  disclosures: { code: string; at: string; reason: string }[];
}

/** What was erased, by kind: kept as proof. */
export interface Erased {
  conversations: number;
  messages: number;
  replies: number;
  files: number;
  cases: number;
}

/**
 * What is kept of a person, on their asking (Personal Data Protection Law 91/2025/QH15: access, copy, erasure). A
 * conversation stands for the person. Its functions throw StoreUnavailableError.
 */
export interface KeptOfPersonStore {
  summary(conversationId: string): Promise<KeptOfPerson>;
  /** Has all of it written into a file as JSON, which a reply may show; returns the attachment's id. */
  orderCopy(conversationId: string, name: string, now: Date): Promise<string>;
  /** When theirs will be erased; undefined: nobody asked. */
  pendingErasure(conversationId: string): Promise<Date | undefined>;
  askErasure(conversationId: string, erasesAt: Date, now: Date): Promise<void>;
  withdrawErasure(conversationId: string, now: Date): Promise<void>;
}
