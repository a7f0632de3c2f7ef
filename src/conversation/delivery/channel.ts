import type { Reply } from "../reply.ts";

/** What a delivery came to. Everything that can go wrong outside is one of these; a bug throws. */
export type DeliveryOutcome =
  | { kind: "sent" }
  /** May succeed later: rate limited, network, the platform's own trouble. `holds`: nobody else there has a chance either. */
  | { kind: "retry"; afterMs?: number; reason: string; holds?: "channel" }
  /** Will never succeed: refused content, a window that is closed. */
  | { kind: "undeliverable"; reason: string }
  /** The chat goes on under another id, where the message is still owed. */
  | { kind: "moved"; to: string; reason: string }
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
  /** The most calls that may reach the platform in any such stretch of time, however unevenly they travel. */
  window?: CallWindow;
}

export interface CallWindow {
  count: number;
  lengthMs: number;
}

/** Makes one call to the platform when its limits allow it. */
export type InTurn = <Result>(call: () => Promise<Result>) => Promise<Result>;

export const atOnce: InTurn = (call) => call();

/** The way out to one platform. */
export interface Channel {
  readonly name: string;
  /** Absent where nothing limits us. */
  readonly limits?: ChannelLimits;
  /**
   * Renders and sends one reply to one conversation of this channel. `outboxId` orders them and names them. A channel with
   * limits makes each of its calls in turn; without `inTurn` it makes them at once.
   */
  send(
    message: { conversationId: string; outboxId: string; reply: Reply },
    inTurn?: InTurn,
  ): Promise<DeliveryOutcome>;
}
