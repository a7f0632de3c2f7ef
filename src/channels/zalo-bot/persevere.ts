import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../../logging/logger.ts";

export interface Perseverance {
  /** Aborted: give up. */
  signal: AbortSignal;
  /** Wait after the first failure; it doubles with each further one, up to a minute. */
  firstWaitMs: number;
  log: Log;
}

const longestWaitMs = 60_000;

/** Repeats `step` until it succeeds. Undefined when it was aborted before that. */
export async function persevere<T>(
  step: () => Promise<T>,
  { signal, firstWaitMs, log }: Perseverance,
): Promise<T | undefined> {
  for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) return undefined;
      log.warn({ err: error, waitMs }, "Zalo's bot platform failed, trying again");
      await wait(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
