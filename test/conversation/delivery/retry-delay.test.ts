import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryDelayMs } from "../../../src/conversation/delivery/retry-delay.ts";

const nearlyOne = 1 - Number.EPSILON;

describe("the wait before another try", () => {
  it.each([
    [1, 1_000, 2_000],
    [2, 2_000, 4_000],
    [5, 16_000, 32_000],
    [9, 256_000, 512_000],
    [10, 450_000, 900_000],
    [100, 450_000, 900_000],
  ])("after try %i is from %i to %i milliseconds", (attempts, shortest, longest) => {
    expect(retryDelayMs(attempts, 0)).toBe(shortest);
    expect(retryDelayMs(attempts, nearlyOne)).toBe(longest);
  });

  it("never shrinks by more than chance, and never passes a quarter of an hour", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: nearlyOne, noNaN: true }),
        (attempts, random) => {
          const delay = retryDelayMs(attempts, random);
          expect(delay).toBeLessThanOrEqual(15 * 60_000);
          expect(retryDelayMs(attempts + 1, random)).toBeGreaterThanOrEqual(delay);
        },
      ),
    );
  });
});
