import type { Clock } from "../../domain/vietnam-time.ts";
import type { Channel, DeliveryOutcome } from "./channel.ts";
import type { ClaimedConversation, ClaimedMessage, OutboxStore } from "./outbox-store.ts";
import { createInTurn, type PacingPorts } from "./pacing.ts";
import { retryDelayMs } from "./retry-delay.ts";

/** After so many tries a message is given up: about a day of a platform's trouble, but not for ever before a bug. */
const maxAttempts = { platform: 100, bug: 10 };
/** How many conversations one call delivers to side by side. */
const maxLanes = 8;

/** A message that was not sent. */
export interface Trouble {
  channel: string;
  outboxId: string;
  reason: string;
  isGivenUp: boolean;
  /** The message that goes out elsewhere instead. */
  standIn?: string;
}

export interface DeliveryPorts extends PacingPorts {
  outbox: OutboxStore;
  channels: ReadonlyMap<string, Channel>;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  onTrouble: (trouble: Trouble) => void;
  /** Aborted: messages in hand are finished, no other is begun. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends everything that waits, a few conversations side by side, each in order; returns how many messages were sent.
 * At least once: no platform offers an idempotency key, so a crash between sending and recording it sends again.
 */
export async function deliverWaiting(ports: DeliveryPorts): Promise<number> {
  const channelNames = [...ports.channels.keys()];
  const lanes: Promise<void>[] = [];
  const failures: unknown[] = [];
  let sent = 0;

  async function work(): Promise<void> {
    while (!ports.signal?.aborted) {
      const claimed = await ports.outbox.claim(channelNames, ports.clock());
      if (!claimed) return;
      openLane();
      const sentNow = await deliverConversation(claimed, ports);
      sent += sentNow;
    }
  }

  /** Each lane that finds work has another look for more. */
  function openLane(): void {
    if (lanes.length < maxLanes) lanes.push(work().catch((error: unknown) => void failures.push(error)));
  }

  openLane();
  for (const lane of lanes) await lane;
  if (failures.length) throw failures[0];
  return sent;
}

/**
 * Stops at the first message that must wait, since those behind it may not overtake, and when another worker has taken
 * the conversation over: this one was silent for too long, or its clock was wrong.
 */
async function deliverConversation(claimed: ClaimedConversation, ports: DeliveryPorts): Promise<number> {
  const { outbox, clock, signal } = ports;
  let sent = 0;
  for (const [place, message] of claimed.messages.entries()) {
    if (signal?.aborted) break;
    const isLast = place === claimed.messages.length - 1;
    if (message.expiresAt && message.expiresAt <= clock()) {
      if ((await outbox.markExpired(claimed, message.outboxId, clock())) && !isLast) continue;
      return sent;
    }
    const outcome = await trySending(claimed, message, ports);
    if (outcome.kind === "sent") {
      sent += 1;
      if ((await outbox.markSent(claimed, message.outboxId, clock())) && !isLast) continue;
      return sent;
    }
    if (outcome.kind === "moved") {
      await outbox.move(claimed, outcome.to);
      return sent;
    }
    const retry = await settleTrouble(claimed, message, outcome, ports);
    if (!retry) continue;
    await outbox.release(claimed, retry);
    return sent;
  }
  await outbox.release(claimed);
  return sent;
}

type Tried = DeliveryOutcome | { kind: "bug"; reason: string };

/** A bug in a channel must not send the same message for ever: it counts as a try like any other. */
async function trySending(
  claimed: ClaimedConversation,
  { outboxId, reply, priority }: ClaimedMessage,
  ports: DeliveryPorts,
): Promise<Tried> {
  const { conversationId } = claimed;
  const channel = ports.channels.get(claimed.channel)!;
  try {
    const onStillWaiting = async () => {
      if (!(await ports.outbox.renewLease(claimed, ports.clock())))
        throw new Error("another worker took over");
    };
    const inTurn = createInTurn(ports, channel, { conversationId, priority, onStillWaiting });
    return await channel.send({ conversationId, outboxId, reply }, inTurn);
  } catch (error) {
    return {
      kind: "bug",
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

/** When to try again; undefined: never. */
async function settleTrouble(
  { channel }: ClaimedConversation,
  { outboxId, attempts }: ClaimedMessage,
  outcome: Exclude<Tried, { kind: "sent" | "moved" }>,
  { outbox, pace, clock, random, onTrouble }: DeliveryPorts,
): Promise<{ at: Date; reason: string } | undefined> {
  const { kind, reason } = outcome;
  const mayRetry =
    kind === "retry" ? attempts < maxAttempts.platform : kind === "bug" && attempts < maxAttempts.bug;
  if (!mayRetry) {
    const refusal = { reason, isUnreachable: kind === "unreachable" };
    const standIn = await outbox.markUndeliverable(outboxId, refusal, clock());
    onTrouble({ channel, outboxId, reason, isGivenUp: true, ...(standIn !== undefined && { standIn }) });
    return undefined;
  }
  onTrouble({ channel, outboxId, reason, isGivenUp: false });
  const askedMs = kind === "retry" ? outcome.afterMs : undefined;
  if (kind === "retry" && outcome.holds && askedMs !== undefined) await pace.hold(channel, askedMs);
  const afterMs = askedMs ?? retryDelayMs(attempts, random());
  return { at: new Date(clock().getTime() + afterMs), reason };
}
