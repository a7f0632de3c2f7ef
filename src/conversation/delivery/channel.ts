import type { Reply } from "../reply.ts";

/** What a delivery came to. Everything that can go wrong outside is one of these; a bug throws. */
export type DeliveryOutcome =
  | { kind: "sent" }
  /** May succeed later: rate limited, network, the platform's own trouble. */
  | { kind: "retry"; afterMs?: number; reason: string }
  /** Will never succeed: blocked by the person, chat gone, refused content. */
  | { kind: "undeliverable"; reason: string };

/** The way out to one platform. */
export interface Channel {
  readonly name: string;
  /** Renders and sends one reply to one conversation of this channel. `outboxId` orders them and names them. */
  send(message: { conversationId: string; outboxId: string; reply: Reply }): Promise<DeliveryOutcome>;
}
