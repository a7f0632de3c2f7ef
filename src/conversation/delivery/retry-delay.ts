/** Milliseconds to wait after the nth failed try (1-based): doubling from 2 s, at most 15 minutes. */
export function retryDelayMs(attempts: number): number {
  return Math.min(2000 * 2 ** (attempts - 1), 15 * 60_000);
}
