import type { Reply } from "../reply.ts";

/** 0 an answer to somebody who waits, 1 something said unasked, 2 one of very many of a kind. */
export type Priority = 0 | 1 | 2;

export interface ClaimedMessage {
  outboxId: string;
  reply: Reply;
  /** This try counted. */
  attempts: number;
  priority: Priority;
  /** After this it is worth nothing any more. */
  expiresAt: Date | null;
}

/** The replies owed to one conversation, oldest first, leased to one worker. */
export interface ClaimedConversation {
  channel: string;
  /** The chat's id on its channel. */
  conversationId: string;
  /** Names this claim among all of the conversation. */
  claim: string;
  messages: ClaimedMessage[];
}

/** Why a message will never be sent where it was to go. */
export interface Refusal {
  reason: string;
  /** Nobody is there; not only this message is refused. */
  isUnreachable: boolean;
}

export interface OutboxStore {
  /**
   * Leases what waits for one conversation of these channels: the most urgent first, then the longest waiting; undefined
   * when nothing does. No two workers hold the same conversation, and one whose first message waits for a retry waits
   * whole, so order is kept. The lease of a worker that died runs out after a minute without a message settled.
   */
  claim(channels: readonly string[], now: Date): Promise<ClaimedConversation | undefined>;
  renewLease(claimed: ClaimedConversation, now: Date): Promise<boolean>;
  /**
   * Settles one message and renews the lease, or ends it after the last one claimed. Both tell whether the conversation was
   * still this worker's.
   */
  markSent(claimed: ClaimedConversation, outboxId: string, now: Date): Promise<boolean>;
  markExpired(claimed: ClaimedConversation, outboxId: string, now: Date): Promise<boolean>;
  /**
   * Settles it too, and has an important message go out where else the person can be reached; returns its id there. Undefined
   * when there is no such place: a person has to look at it.
   */
  markUndeliverable(outboxId: string, refusal: Refusal, now: Date): Promise<string | undefined>;
  /** The chat goes on under another id: so does all that waits for it, and the lease ends. */
  move(claimed: ClaimedConversation, to: string): Promise<void>;
  /** Ends the lease, if it is this worker's. What was not settled waits until `retry.at`, counted as a try of its first message. */
  release(claimed: ClaimedConversation, retry?: { at: Date; reason: string }): Promise<void>;
}
