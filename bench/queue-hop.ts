// Milliseconds from waking the workers to the work begun, with the queues in Redis and in PostgreSQL, beside bare BullMQ on
// the same server in the same run: `npm run bench queue-hop [--hops 50] [--rounds 5]`.
import { createPostgresBackend, Queue, Worker, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { createJobs } from "../src/jobs/jobs.ts";
import { schedule, type RecurringJob } from "../src/jobs/schedule.ts";
import { createLog } from "../src/logging/logger.ts";
import { findFreePort, startRedis } from "../test/support/redis-server.ts";
import { median, numberFlag, publish, timed, withBenchDatabase, type Finding } from "./frame.ts";

const hops = numberFlag("hops", 50);
const rounds = numberFlag("rounds", 5);

interface Hopper extends AsyncDisposable {
  /** Ends when the work has begun. */
  hop(): Promise<unknown>;
}

await withBenchDatabase(async ({ url: databaseUrl }, folder) => {
  const findings: Finding[] = [];
  const port = await findFreePort();
  await using _redis = await startRedis(folder, port);
  const redisUrl = `redis://127.0.0.1:${port}`;
  findings.push(await beside("Redis", await openOurs({ redisUrl }), await openBareOnRedis(redisUrl)));
  findings.push(
    await beside("PostgreSQL", await openOurs({ databaseUrl }), await openBareOnPostgres(databaseUrl)),
  );
  await publish("queue-hop", findings);
});

async function beside(place: string, ours: Hopper, bare: Hopper): Promise<Finding> {
  const taken: Record<"ours" | "bare", number[]> = { ours: [], bare: [] };
  for (let hop = -hops; hop < hops * rounds; hop += 1)
    for (const [name, hopper] of Object.entries({ ours, bare }) as ["ours" | "bare", Hopper][]) {
      const ms = await timed(() => hopper.hop());
      if (hop >= 0) taken[name].push(ms);
    }
  await ours[Symbol.asyncDispose]();
  await bare[Symbol.asyncDispose]();
  return {
    metric: `from waking to working, queues in ${place}`,
    unit: "ms",
    value: median(taken.ours),
    floor: median(taken.bare),
    goal: { atMost: 1.3 },
  };
}

/** A bell that the work rings. */
function createBell() {
  let ring = () => {};
  return { ring: () => ring(), rung: () => new Promise<void>((resolve) => (ring = resolve)) };
}

async function openOurs(location: Parameters<typeof createJobs>[0]): Promise<Hopper> {
  const bell = createBell();
  const jobs = createJobs(location, createLog("error"));
  const nothing = async () => undefined;
  const recurring = Object.fromEntries(Object.keys(schedule).map((name) => [name, nothing]));
  const rung = bell.rung();
  jobs.startWorking({
    deliver: async () => bell.ring(),
    bringIn: nothing,
    recurring: recurring as Record<RecurringJob, () => Promise<unknown>>,
  });
  await rung;
  return {
    hop: () => Promise.all([bell.rung(), jobs.wakeDelivery()]),
    [Symbol.asyncDispose]: () => jobs[Symbol.asyncDispose](),
  };
}

async function openBareOnRedis(url: string): Promise<Hopper> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return openBare(
    new Queue("bare", { connection }),
    (work) => new Worker("bare", work, { connection, concurrency: 8 }),
    async () => connection.disconnect(),
  );
}

async function openBareOnPostgres(connectionString: string): Promise<Hopper> {
  const postgres = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: "bare_bullmq", migrate: true, max: 3 };
  return openBare(
    new postgres.Queue("bare", { connection }) as unknown as Queue,
    (work) => new postgres.Worker("bare", work, { connection, concurrency: 8 }) as unknown as Worker,
    async () => undefined,
  );
}

async function openBare(
  queue: Queue,
  createWorker: (work: () => Promise<unknown>) => Worker,
  close: () => Promise<unknown>,
): Promise<Hopper> {
  const bell = createBell();
  const worker = createWorker(async () => bell.ring());
  await worker.waitUntilReady();
  const options = { removeOnComplete: true };
  return {
    hop: () => Promise.all([bell.rung(), queue.add("work", {}, options)]),
    async [Symbol.asyncDispose]() {
      await worker.close();
      await queue.close();
      await close();
    },
  };
}
