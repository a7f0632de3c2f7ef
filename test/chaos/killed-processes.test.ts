import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Failure } from "../support/fake-telegram.ts";
import { ChaosTown } from "./chaos-town.ts";
import { closeGate, type Step } from "./gates.ts";

// SIGKILL at each step of a turn and of a delivery, on real processes: what was asked is answered, in order.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let town: ChaosTown;
let hoa: number;

beforeAll(async () => {
  town = await ChaosTown.found("postgres");
});
beforeEach(async () => {
  town.forget();
  hoa = town.newcomer();
  await town.staff("web", "worker");
});
afterAll(() => town[Symbol.asyncDispose]());

/** Kills the process that takes messages in while chị Hoa's turn stands at a step, and starts another. */
async function killInTurn(step: Step): Promise<void> {
  await town.untilAnswered(await town.ask(hoa));
  await using gate = await closeGate(town.postgres.url, step);
  const asking = town.ask(hoa);
  await gate.someoneWaits();
  await town.running("web")[0]!.kill();
  await gate.open();
  await town.staff("web");
  await town.untilAnswered(await asking);
  await town.untilAnswered(await town.ask(hoa));
}

const flawless = { lost: [], repeated: [], overtaken: [] };

describe("killed in a turn", () => {
  it("before the commit, it leaves nothing, and the redelivered message is answered", async () => {
    await killInTurn("owing");
    expect(await town.judge()).toEqual({ asked: 3, answered: 3, doubled: 0, ...flawless });
    expect(town.citizens.redelivered).toBeGreaterThan(0);
  });

  it("as it commits, before Telegram is told, it answers once though the message comes again", async () => {
    await killInTurn("committing");
    expect(await town.judge()).toEqual({ asked: 3, answered: 3, doubled: 0, ...flawless });
    expect(town.citizens.redelivered).toBeGreaterThan(0);
  });

  it("after the commit, with nobody there to deliver, it still owes the answer", async () => {
    await town.running("worker")[0]!.stop();
    const question = await town.ask(hoa);
    await town.running("web")[0]!.kill();
    expect(town.timesAnswered(question)).toBe(0);
    await town.staff("worker");
    await town.untilAnswered(question);
    expect(await town.judge()).toEqual({ asked: 1, answered: 1, doubled: 0, ...flawless });
  });
});

describe("killed in a delivery", () => {
  /** Kills the worker that `stands` somewhere with an answer for chị Hoa, who asks on, and starts another a minute later. */
  async function killInDelivery(
    stands: () => Promise<unknown>,
    turnAway?: () => Promise<void>,
  ): Promise<void> {
    const question = await town.ask(hoa);
    await stands();
    await town.running("worker")[0]!.kill();
    await turnAway?.();
    await town.ask(hoa);
    expect(await town.countOwed()).toBe(2);
    await town.letAMinutePass();
    await town.staff("worker");
    await town.settle();
    expect(town.timesAnswered(question)).toBeGreaterThan(0);
  }

  it.each([
    ["as it claims the conversation", "claiming", 0],
    ["with Telegram's answer in hand that it has not noted yet", "settling", 1],
  ] as const)("%s, it delivers all", async (_, step, doubled) => {
    await using gate = await closeGate(town.postgres.url, step);
    await killInDelivery(
      () => gate.someoneWaits(),
      async () => {
        await gate.turnAway();
        await gate.open();
      },
    );
    expect(await town.judge()).toMatchObject({ doubled, ...flawless });
  });

  it.each<[string, Failure, number]>([
    ["while Telegram has not taken the message", { kind: "silence" }, 0],
    ["when Telegram has taken the message and not said so", { kind: "silence-after" }, 1],
  ])("%s, it delivers all", async (_, failure, doubled) => {
    town.telegram.failNext("sendMessage", failure);
    await killInDelivery(() => town.telegram.until(() => town.telegram.callsOf("sendMessage").length === 1));
    expect(await town.judge()).toMatchObject({ doubled, ...flawless });
  });
});
