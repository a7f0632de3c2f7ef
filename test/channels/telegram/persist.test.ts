import { GrammyError } from "grammy";
import { describe, expect, it } from "vitest";
import { persist } from "../../../src/channels/telegram/persist.ts";

const refused = (retry_after?: number) =>
  new GrammyError(
    "refused",
    { ok: false, error_code: 429, description: "no", parameters: { ...(retry_after && { retry_after }) } },
    "getMe",
    {},
  );

/** The waits before each further try of a step that fails in these ways, up to the abort at the last. */
async function waitsAfter(failures: Error[], firstWaitMs: number): Promise<number[]> {
  const abort = new AbortController();
  const waits: number[] = [];
  const left = [...failures];
  const result = await persist(() => Promise.reject(left.shift() ?? new Error("never")), {
    signal: abort.signal,
    firstWaitMs,
    onFailure: (_, waitMs) => {
      waits.push(waitMs);
      if (!left.length) abort.abort();
    },
  });
  expect(result).toBeUndefined();
  return waits;
}

describe("persisting", () => {
  it("waits twice as long after each failure", async () => {
    expect(await waitsAfter([new Error("a"), new Error("b"), new Error("c"), refused()], 1)).toEqual([
      1, 2, 4, 8,
    ]);
  });

  it("waits as long as Telegram asks", async () => {
    expect(await waitsAfter([refused(30)], 1)).toEqual([30_000]);
  });

  it("gives back what the step came to", async () => {
    const signal = new AbortController().signal;
    expect(
      await persist(() => Promise.resolve("done"), { signal, firstWaitMs: 1, onFailure: () => undefined }),
    ).toBe("done");
  });

  it("does not begin once aborted", async () => {
    let tries = 0;
    await persist(() => Promise.resolve(tries++), {
      signal: AbortSignal.abort(),
      firstWaitMs: 1,
      onFailure: () => undefined,
    });
    expect(tries).toBe(0);
  });
});
