import type { InboundContent } from "./inbound-message.ts";
import type { Reply } from "./reply.ts";

/** What a person wrote or pressed. */
export interface Said {
  kind: "said";
  messageId: string;
  content: InboundContent;
  at: Date;
}

/** What the assistant answered, or said unasked. */
export interface Replied {
  kind: "replied";
  /** Digits; a later reply of the same conversation has a greater number. */
  outboxId: string;
  reply: Reply;
  at: Date;
  /** The message it answers, if it answers one. */
  inAnswerTo?: Said;
}

export type Entry = Said | Replied;

/** Both sides of a conversation. Its functions throw StoreUnavailableError. */
export interface Transcript {
  /** The last `limit` entries in the order they were said. */
  read(conversationId: string, limit: number): Promise<Entry[]>;
  /** Replies after the one named, oldest first, at most a hundred at a time. */
  repliesAfter(conversationId: string, outboxId: string): Promise<Replied[]>;
}
