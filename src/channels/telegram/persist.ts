import { setTimeout as wait } from "node:timers/promises";
import { GrammyError } from "grammy";

export interface Persistence {
  /** Aborted: give up. */
  signal: AbortSignal;
  /** Wait after the first failure; it doubles with each further one, up to a minute. */
  firstWaitMs: number;
  onFailure: (error: unknown, waitMs: number) => void;
}

const longestWaitMs = 60_000;

/**
 * Repeats `step` until it succeeds, waiting between tries as long as Telegram asks, or ever longer. Undefined when it
 * was aborted before that.
 */
export async function persist<T>(
  step: () => Promise<T>,
  { signal, firstWaitMs, onFailure }: Persistence,
): Promise<T | undefined> {
  for (let nextWaitMs = firstWaitMs; !signal.aborted; nextWaitMs = Math.min(nextWaitMs * 2, longestWaitMs)) {
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) return undefined;
      const waitMs = askedWaitMs(error) ?? nextWaitMs;
      onFailure(error, waitMs);
      await wait(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

function askedWaitMs(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}
