import type { Reply } from "../reply.ts";

/** What a delivery came to. Everything that can go wrong outside is one of these; a bug throws. */
export type DeliveryOutcome =
  | { kind: "sent" }
  /** May succeed later: rate limited, network, the platform's own trouble. `holds`: nobody else there has a chance either. */
  | { kind: "retry"; afterMs?: number; reason: string; holds?: "channel" }
  /** Will never succeed: refused content, a window that is closed. */
  | { kind: "undeliverable"; reason: string }
  /** Nobody is there to be told anything: blocked by the person, left, chat gone. */
  | { kind: "unreachable"; reason: string };

/** So many at once, and one more every so often. */
export interface Pace {
  burst: number;
  everyMs: number;
}

/** How fast a platform lets us call it. */
export interface ChannelLimits {
  /** All calls together. */
  channel: Pace;
  /** The calls for one chat. */
  chat: (conversationId: string) => Pace;
}

/** Resolves when the platform may be called once more. */
export type AwaitTurn = () => Promise<void>;

/** The way out to one platform. */
export interface Channel {
  readonly name: string;
  /** Absent where nothing limits us. */
  readonly limits?: ChannelLimits;
  /**
   * Renders and sends one reply to one conversation of this channel. `outboxId` orders them and names them. A channel with
   * limits awaits its turn before every call; without `awaitTurn` it calls at once.
   */
  send(
    message: { conversationId: string; outboxId: string; reply: Reply },
    awaitTurn?: AwaitTurn,
  ): Promise<DeliveryOutcome>;
}
