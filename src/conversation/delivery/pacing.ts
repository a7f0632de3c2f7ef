import { atOnce, type CallWindow, type Channel, type InTurn, type Pace } from "./channel.ts";
import type { Priority } from "./outbox-store.ts";

/** Keeps the pace of every scope (a channel, or one chat of it) for all workers together. */
export interface PaceStore {
  /** Takes the scope's next free moment, when it is at most `horizonMs` away. `waitMs`: until it, or until it is that near. */
  reserve(scope: string, pace: Pace, horizonMs: number): Promise<{ isReserved: boolean; waitMs: number }>;
  /** Lets nothing out for so long. */
  hold(scope: string, forMs: number): Promise<void>;
  /** Takes a free slot of the channel's window: its number, or how many milliseconds to wait before asking again. */
  takeSlot(channel: string, window: CallWindow): Promise<{ slot: number } | { waitMs: number }>;
  /** The call made in the slot was answered: it is free when the window has passed. */
  returnSlot(channel: string, window: CallWindow, slot: number): Promise<void>;
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
/** Those who wait outside look again no sooner than this, and no later than that. */
const askAgainMs = { soonest: 100, latest: 5000 };
/** Well within the lease of a conversation. */
const stillHereEveryMs = 15_000;

interface Waiting {
  conversationId: string;
  priority: Priority;
  /** Called every now and then. */
  onStillWaiting: () => Promise<void>;
}

/**
 * Calls wait for their chat, which nobody else waits for, and then for the channel: for a moment of their own, so that they
 * go out evenly, and for a slot, so that never too many get there at once.
 */
export function createInTurn(
  { pace, wait }: PacingPorts,
  { name, limits }: Channel,
  { conversationId, priority, onStillWaiting }: Waiting,
): InTurn {
  if (!limits) return atOnce;
  const { chat, channel, window } = limits;
  let waitedMs = 0;

  async function pass(ms: number): Promise<void> {
    await wait(ms);
    waitedMs += ms;
    if (waitedMs < stillHereEveryMs) return;
    waitedMs = 0;
    await onStillWaiting();
  }

  async function awaitMoment(scope: string, scopePace: Pace, horizon: number): Promise<void> {
    for (;;) {
      const { isReserved, waitMs } = await pace.reserve(scope, scopePace, horizon);
      if (isReserved) return waitMs > 0 ? pass(waitMs) : undefined;
      await pass(Math.min(Math.max(waitMs, askAgainMs.soonest), askAgainMs.latest));
    }
  }

  async function awaitSlot(of: CallWindow): Promise<number> {
    for (;;) {
      const taken = await pace.takeSlot(name, of);
      if ("slot" in taken) return taken.slot;
      await pass(taken.waitMs);
    }
  }

  return async (call) => {
    await awaitMoment(`${name}:${conversationId}`, chat(conversationId), stillHereEveryMs);
    await awaitMoment(name, channel, horizonMs[priority]);
    if (!window) return call();
    const slot = await awaitSlot(window);
    try {
      return await call();
    } finally {
      // The call was made, whatever comes of this; a slot that is not returned is free again after its lease.
      await pace.returnSlot(name, window, slot).catch(() => undefined);
    }
  };
}
