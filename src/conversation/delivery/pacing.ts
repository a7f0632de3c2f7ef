import type { Channel, Pace } from "./channel.ts";
import type { Priority } from "./outbox-store.ts";

/** Keeps the pace of every scope (a channel, or one chat of it) for all workers together. */
export interface PaceStore {
  /** Takes the scope's next free moment, when it is at most `horizonMs` away: milliseconds until then, else undefined. */
  reserve(scope: string, pace: Pace, horizonMs: number): Promise<number | undefined>;
  /** Lets nothing out for so long. */
  hold(scope: string, forMs: number): Promise<void>;
}

export interface PacingPorts {
  pace: PaceStore;
  wait: (ms: number) => Promise<void>;
}

/**
 * How far ahead a message takes its moment. An answer queues up at once; a notice waits outside until the queue is short,
 * so that an answer finds little before it.
 */
const horizonMs: Record<Priority, number> = { 0: 10_000, 1: 250, 2: 250 };
const askAgainMs = 100;
/** Well within the lease of a conversation. */
const stillHereEveryMs = 15_000;

/**
 * Waits until the channel may be called once more for this chat: first for the chat, which nobody else waits for, then for
 * the channel. `onStillWaiting` is called every now and then.
 */
export async function awaitTurn(
  { pace, wait }: PacingPorts,
  { name, limits }: Channel,
  { conversationId, priority }: { conversationId: string; priority: Priority },
  onStillWaiting: () => Promise<void>,
): Promise<void> {
  if (!limits) return;
  let waitedMs = 0;

  async function pass(ms: number): Promise<void> {
    await wait(ms);
    waitedMs += ms;
    if (waitedMs < stillHereEveryMs) return;
    waitedMs = 0;
    await onStillWaiting();
  }

  async function takeTurn(scope: string, scopePace: Pace, horizon: number): Promise<void> {
    for (;;) {
      const waitMs = await pace.reserve(scope, scopePace, horizon);
      if (waitMs !== undefined) return waitMs > 0 ? pass(waitMs) : undefined;
      await pass(askAgainMs);
    }
  }

  await takeTurn(`${name}:${conversationId}`, limits.chat(conversationId), stillHereEveryMs);
  await takeTurn(name, limits.channel, horizonMs[priority]);
}
