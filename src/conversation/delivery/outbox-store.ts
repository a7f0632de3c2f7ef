import type { Reply } from "../reply.ts";

/** The replies owed to one conversation, oldest first, leased to one worker. */
export interface ClaimedConversation {
  channel: string;
  /** The chat's id on its channel. */
  conversationId: string;
  messages: { outboxId: string; reply: Reply; attempts: number }[];
}

export interface OutboxStore {
  /**
   * Leases what waits for one conversation of these channels, the longest waiting first; undefined when nothing does.
   * No two workers hold the same conversation, and one whose first message waits for a retry waits whole, so order is
   * kept. The lease of a worker that died runs out after a minute without a message settled.
   */
  claim(channels: readonly string[], now: Date): Promise<ClaimedConversation | undefined>;
  /** Settles one message and renews the lease. */
  markSent(outboxId: string, now: Date): Promise<void>;
  markUndeliverable(outboxId: string, reason: string, now: Date): Promise<void>;
  /** Ends the lease. What was not settled waits until `retry.at`, counted as a try of its first message. */
  release(claimed: ClaimedConversation, retry?: { at: Date; reason: string }): Promise<void>;
}
