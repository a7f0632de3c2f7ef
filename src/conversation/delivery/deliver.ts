import type { Clock } from "../../domain/vietnam-time.ts";
import type { Channel, DeliveryOutcome } from "./channel.ts";
import type { ClaimedConversation, OutboxStore } from "./outbox-store.ts";
import { retryDelayMs } from "./retry-delay.ts";

/** After this many tries a message is given up and seen as undeliverable. */
const maxAttempts = 10;

export interface DeliveryPorts {
  outbox: OutboxStore;
  channels: ReadonlyMap<string, Channel>;
  clock: Clock;
  /** Told of every message that was not sent. */
  onTrouble: (trouble: { channel: string; outboxId: string; reason: string; isGivenUp: boolean }) => void;
}

/**
 * Sends everything that waits, conversation by conversation, each in order; returns how many messages were sent.
 * At least once: no platform offers an idempotency key, so a crash between sending and recording it sends again.
 */
export async function deliverWaiting(ports: DeliveryPorts): Promise<number> {
  const channelNames = [...ports.channels.keys()];
  let sent = 0;
  for (;;) {
    const claimed = await ports.outbox.claim(channelNames, ports.clock());
    if (!claimed) return sent;
    sent += await deliverConversation(claimed, ports);
  }
}

/** Stops at the first message that must wait: those behind it may not overtake. */
async function deliverConversation(claimed: ClaimedConversation, ports: DeliveryPorts): Promise<number> {
  const { outbox, clock, onTrouble } = ports;
  const channel = ports.channels.get(claimed.channel)!;
  let sent = 0;
  for (const { outboxId, reply, attempts } of claimed.messages) {
    const outcome = await trySending(channel, { conversationId: claimed.conversationId, outboxId, reply });
    if (outcome.kind === "sent") {
      await outbox.markSent(outboxId, clock());
      sent += 1;
      continue;
    }
    const isGivenUp = outcome.kind === "undeliverable" || attempts >= maxAttempts;
    onTrouble({ channel: claimed.channel, outboxId, reason: outcome.reason, isGivenUp });
    if (isGivenUp) {
      await outbox.markUndeliverable(outboxId, outcome.reason, clock());
      continue;
    }
    const afterMs = outcome.afterMs ?? retryDelayMs(attempts);
    await outbox.release(claimed, { at: new Date(clock().getTime() + afterMs), reason: outcome.reason });
    return sent;
  }
  await outbox.release(claimed);
  return sent;
}

/** A bug in a channel must not send the same message for ever: it counts as a try like any other. */
async function trySending(
  channel: Channel,
  message: Parameters<Channel["send"]>[0],
): Promise<DeliveryOutcome> {
  try {
    return await channel.send(message);
  } catch (error) {
    return {
      kind: "retry",
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}
