import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { createJobs, type Jobs, type JobWork } from "../../src/jobs/jobs.ts";
import type { QueueLocation } from "../../src/jobs/backend.ts";
import { schedule } from "../../src/jobs/schedule.ts";
import type { Log } from "../../src/logging/logger.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createTestDatabase } from "../support/test-database.ts";

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const idle = async () => undefined;
const nothingRecurs = Object.fromEntries(
  Object.keys(schedule).map((job) => [job, idle]),
) as JobWork["recurring"];
const workOf = (deliver: () => Promise<unknown>, recurring: Partial<JobWork["recurring"]> = {}): JobWork => ({
  deliver,
  bringIn: idle,
  recurring: { ...nothingRecurs, ...recurring },
});

/** A promise and what settles it. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** The same suite for every place the queues can live in. */
function jobsContract(
  place: string,
  locate: () => Promise<{ location: QueueLocation; close: () => Promise<void> }>,
) {
  describe(`jobs on ${place}`, () => {
    let found: Awaited<ReturnType<typeof locate>>;
    const open: Jobs[] = [];
    const start = () => {
      const jobs = createJobs(found.location, silent);
      open.push(jobs);
      return jobs;
    };
    beforeEach(async () => {
      found = await locate();
      return async () => {
        await Promise.all(open.splice(0).map((jobs) => jobs[Symbol.asyncDispose]()));
        await found.close();
      };
    });

    it("wake a worker in another process", async () => {
      const delivered = gate();
      start().startWorking(workOf(async () => delivered.open()));
      await start().wakeDelivery();
      await expect(delivered.opened).resolves.toBeUndefined();
    });

    it("go on after one of them failed", async () => {
      const delivered = gate();
      let runs = 0;
      const jobs = start();
      jobs.startWorking(
        workOf(async () => {
          if (++runs === 1) throw new Error("the platform is on fire");
          delivered.open();
        }),
      );
      await jobs.wakeDelivery();
      await jobs.wakeDelivery();
      await delivered.opened;
      expect(runs).toBeGreaterThan(1);
    });

    it("let a delivery under way finish before they close, and take no other", async () => {
      const begun = gate();
      const finish = gate();
      let finished = 0;
      const jobs = createJobs(found.location, silent);
      jobs.startWorking(
        workOf(async () => {
          begun.open();
          await finish.opened;
          finished += 1;
        }),
      );
      await jobs.wakeDelivery();
      await begun.opened;
      const closed = jobs[Symbol.asyncDispose]().then(() => finished);
      finish.open();
      expect(await closed).toBe(1);
    });

    it("run the schedule from the start, once for all processes", async () => {
      const sweep = vi.fn<() => Promise<unknown>>(idle);
      const forget = vi.fn<() => Promise<unknown>>(idle);
      const work = workOf(idle, { "sweep-outbox": sweep, "forget-stale-conversations": forget });
      for (const jobs of [start(), start()]) jobs.startWorking(work);
      await vi.waitFor(() => {
        expect(sweep).toHaveBeenCalled();
        expect(forget).toHaveBeenCalled();
      }, 10_000);
      expect(forget.mock.calls.length).toBe(1);
    });

    it("answer whether they can be reached", async () => {
      await expect(start().ping()).resolves.toBeUndefined();
    });
  });
}

let database: Database;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());

jobsContract("PostgreSQL", async () => {
  await database.query("drop schema if exists bullmq cascade");
  return { location: { databaseUrl: database.url }, close: async () => {} };
});

const redisUrl = inject("redisUrl");
if (redisUrl) {
  jobsContract("Redis", async () => {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    return { location: { redisUrl }, close: async () => void (await redis.quit()) };
  });
  forgetfulRedis(redisUrl);
}

function forgetfulRedis(url: string) {
  it("the schedule is put up again in a Redis that has forgotten it", async () => {
    const redis = new Redis(url);
    await redis.flushdb();
    await using jobs = createJobs({ redisUrl: url }, silent, 50);
    const sweep = vi.fn<() => Promise<unknown>>(idle);
    jobs.startWorking(workOf(idle, { "sweep-outbox": sweep }));
    await vi.waitFor(() => expect(sweep).toHaveBeenCalledTimes(1), 10_000);
    await redis.flushdb();
    await vi.waitFor(() => expect(sweep).toHaveBeenCalledTimes(2), 10_000);
    await redis.quit();
  });
}
