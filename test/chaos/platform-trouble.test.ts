import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Failure } from "../support/fake-telegram.ts";
import { ChaosTown } from "./chaos-town.ts";

// Telegram at its worst, before real processes: what was asked is answered, and doubled only where it cannot be known.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let town: ChaosTown;
let hoa: number;

beforeAll(async () => {
  town = await ChaosTown.found("postgres");
  await town.start("all");
});
beforeEach(() => {
  town.forget();
  hoa = town.newcomer();
});
afterAll(() => town[Symbol.asyncDispose]());

describe("when Telegram", () => {
  it.each<[string, Failure, number]>([
    ["asks for patience", { kind: "rate-limited", retryAfterSeconds: 1 }, 0],
    ["breaks down (500)", { kind: "status", status: 500 }, 0],
    ["is away behind its gateway (502)", { kind: "status", status: 502 }, 0],
    ["talks HTML", { kind: "garbage" }, 0],
    ["hangs up", { kind: "drop" }, 0],
    ["takes the message and hangs up", { kind: "drop-after" }, 1],
  ])("%s, the answer follows, and what comes later stays behind it", async (_, failure, doubled) => {
    town.telegram.failNext("sendMessage", failure);
    await town.ask(hoa);
    await town.telegram.until(() => town.telegram.calls.length > 0);
    await town.ask(hoa);
    await town.settle();
    expect(await town.judge()).toMatchObject({ doubled, lost: [], repeated: [], overtaken: [] });
  });

  it("never answers, others are answered meanwhile, and the one it was for afterwards", async () => {
    town.telegram.failNext("sendMessage", { kind: "silence" });
    const question = await town.ask(hoa);
    await town.telegram.until(() => town.telegram.calls.length > 0);
    await town.untilAnswered(await town.ask(town.newcomer()));
    expect(town.timesAnswered(question)).toBe(0);
    // The worker hangs up after a quarter of a minute.
    await town.settle();
    expect(await town.judge()).toMatchObject({ doubled: 0, lost: [], repeated: [], overtaken: [] });
  });
});
