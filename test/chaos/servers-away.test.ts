import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hasRedisServer } from "./chaos-redis.ts";
import { ChaosTown } from "./chaos-town.ts";

// Redis and PostgreSQL come and go under real processes, and clocks jump: what was taken in is answered, in order.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const flawless = { lost: [], repeated: [], overtaken: [] };

if (hasRedisServer) tryRedis();

function tryRedis() {
  describe("with its queues in Redis", () => {
    let town: ChaosTown;
    let hoa: number;
    beforeAll(async () => {
      town = await ChaosTown.found("redis");
    });
    beforeEach(() => {
      town.forget();
      hoa = town.newcomer();
    });
    afterAll(() => town[Symbol.asyncDispose]());

    it("that is not there at the start, it takes messages in, and answers once Redis comes", async () => {
      await town.staff("web", "worker");
      const question = await town.ask(hoa);
      await town.redis.start();
      await town.untilAnswered(question);
      expect(await town.judge()).toEqual({ asked: 1, answered: 1, doubled: 0, ...flawless });
    });

    it("that is emptied, it finds without a wake-up what it owes", async () => {
      await town.staff("web", "worker");
      expect(await town.running("worker")[0]!.stop()).toBe(0);
      const question = await town.ask(hoa);
      await town.redis.flush();
      await town.staff("worker");
      await town.untilAnswered(question);
      // Emptied under those who work with it, too.
      await town.redis.flush();
      await town.untilAnswered(await town.ask(hoa));
      expect(await town.judge()).toEqual({ asked: 2, answered: 2, doubled: 0, ...flawless });
    });

    it("that is away for a while, it takes messages in meanwhile and answers them after", async () => {
      await town.staff("web", "worker");
      await town.redis.stop();
      const questions = [await town.ask(hoa), await town.ask(town.newcomer()), await town.ask(hoa)];
      await town.redis.start();
      await Promise.all(questions.map((question) => town.untilAnswered(question)));
      expect(await town.judge()).toEqual({ asked: 3, answered: 3, doubled: 0, ...flawless });
    });
  });
}

describe("with everything in PostgreSQL", () => {
  let town: ChaosTown;
  beforeAll(async () => {
    town = await ChaosTown.found("postgres");
  });
  beforeEach(async () => {
    town.forget();
    await town.staff("web", "worker");
  });
  afterAll(() => town[Symbol.asyncDispose]());

  it("that is restarted under load, it loses nothing", async () => {
    let isOver = false;
    const people = Array.from({ length: 4 }, async () => {
      for (; !isOver; await pause(150)) await town.ask(town.newcomer());
    });
    await town.telegram.until(() => town.telegram.shown.length >= 20);
    await town.postgres.stop();
    await town.postgres.start();
    await town.untilAnswered(await town.ask(town.newcomer()));
    isOver = true;
    await Promise.all(people);
    await town.recover();
    expect(await town.judge()).toMatchObject(flawless);
    expect(town.citizens.redelivered).toBeGreaterThan(0);
  });

  it("a clock that was an hour ahead leaves no answer waiting for that hour", async () => {
    const hoa = town.newcomer();
    await town.running("worker")[0]!.stop();
    const [web] = town.running("web");
    web!.setClock(3_600_000);
    const question = await town.ask(hoa);
    await town.staff("worker");
    await town.untilAnswered(question);
    for (const hours of [24, -24, 0]) {
      for (const program of town.programs) if (program.isRunning) program.setClock(hours * 3_600_000);
      await town.untilAnswered(await town.ask(hoa));
    }
    // A jump makes a message in hand look forgotten: it may come twice, but it comes.
    expect(await town.judge()).toMatchObject({ asked: 4, answered: 4, ...flawless });
  });
});
