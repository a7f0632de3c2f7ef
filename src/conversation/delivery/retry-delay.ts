const firstMs = 2000;
const longestMs = 15 * 60_000;

/**
 * Milliseconds to wait after the nth failed try (1-based): doubling from 2 s, at most 15 minutes, and of that somewhere in
 * the upper half, so that those who failed together do not come again together. `random` is in [0, 1).
 */
export function retryDelayMs(attempts: number, random: number): number {
  const wholeMs = Math.min(firstMs * 2 ** (attempts - 1), longestMs);
  return Math.round(wholeMs * (0.5 + random / 2));
}
