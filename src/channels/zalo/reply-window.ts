import { zaloFacts } from "./zalo-client/zalo-facts.ts";

/** What Zalo lets us send to a person, as far as their events and its answers have told. */
export interface Reach {
  /** False: unfollowed or refused. Null: nobody has said so. */
  isReachable: boolean | null;
  lastInteractionAt: Date | null;
  lastMessageId: string | null;
  freeRepliesLeft: number;
}

export type ReplyWindow =
  /** Free, when it quotes that message. */
  | { kind: "free"; quote: string }
  /** Counts against the account's package. */
  | { kind: "paid" }
  | { kind: "closed" }
  | { kind: "unreachable" };

/** Of someone not yet met nothing is known: Zalo decides. */
export function replyWindow(reach: Reach | undefined, now: Date): ReplyWindow {
  if (reach?.isReachable === false) return { kind: "unreachable" };
  if (!reach?.lastInteractionAt) return { kind: "paid" };
  const sinceMs = now.getTime() - reach.lastInteractionAt.getTime();
  if (sinceMs > zaloFacts.consultationWindowMs) return { kind: "closed" };
  const isFree = sinceMs <= zaloFacts.freeReplies.windowMs && reach.freeRepliesLeft > 0;
  return isFree && reach.lastMessageId ? { kind: "free", quote: reach.lastMessageId } : { kind: "paid" };
}
