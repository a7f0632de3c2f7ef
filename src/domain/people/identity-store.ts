/** How long a code that joins two conversations may be used. */
export const joiningCodeMinutes = 10;

/** A conversation whose code was entered elsewhere. */
interface JoiningCode {
  /** As it was entered. */
  code: string;
  conversationId: string;
  channel: string;
}

/**
 * One person on several channels. Conversations that were joined count as one person's: their cases, their tries at
 * secrets, and where they can be told something.
 */
export interface IdentityStore {
  /** A new code of eight letters and digits, in the place of older ones of this conversation. */
  issueCode(conversationId: string, now: Date): Promise<string>;
  /** The code while it may be used, unless it is this conversation's own. */
  findCode(code: string, conversationId: string, now: Date): Promise<JoiningCode | undefined>;
  /** Makes both conversations one person's, with all that either was before; the code is used up. */
  join(joining: JoiningCode, conversationId: string, now: Date): Promise<void>;
}
