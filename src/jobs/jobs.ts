import type { Job, Worker } from "bullmq";
import type { Log } from "../logging/logger.ts";
import { openQueueBackend, type QueueLocation } from "./backend.ts";
import { createQueueBoard } from "./queue-board.ts";
import { schedule, type RecurringJob } from "./schedule.ts";

/** The queues: `delivery` wakes a worker after each answered turn, `imports` for a file, `upkeep` runs the schedule. */
const queueNames = {
  delivery: "motcua-delivery",
  imports: "motcua-imports",
  upkeep: "motcua-upkeep",
} as const;

export interface JobWork {
  /** Sends whatever waits in the outbox. */
  deliver(): Promise<unknown>;
  /** Brings in the files that wait for it. */
  bringIn(): Promise<unknown>;
  recurring: Record<RecurringJob, () => Promise<unknown>>;
}

export interface Jobs {
  /** Says that something waits in the outbox. Losing this costs seconds: the sweep finds it. */
  wakeDelivery(): Promise<void>;
  /** Says that a file waits to be brought in. Losing this costs seconds: the sweep finds it. */
  wakeImports(): Promise<void>;
  /** Begins to work: from now on this process takes jobs, as soon as there is a place where the queues live. */
  startWorking(work: JobWork): void;
  /** How many jobs each queue has, by state. */
  counts(): Promise<Record<string, Record<string, number>>>;
  /** Shows the queues to people, as a plugin of the web server under a path. */
  board(path: string): ReturnType<typeof createQueueBoard>;
  /** Rejects when the queues cannot be reached. */
  ping(): Promise<void>;
  /** Takes no new job, lets those running finish, closes. */
  [Symbol.asyncDispose](): Promise<void>;
}

const scheduleCheckMs = 30_000;
/** Each wake-up is a commit where the queues live in PostgreSQL; nobody notices an answer that much later. */
const wakeEveryMs = 20;

/** `checkMs`: how often it is made sure that the schedule still stands. */
export function createJobs(location: QueueLocation, log: Log, checkMs = scheduleCheckMs): Jobs {
  const backend = openQueueBackend(location);
  const delivery = backend.queue(queueNames.delivery);
  const imports = backend.queue(queueNames.imports);
  const upkeep = backend.queue(queueNames.upkeep);
  const workers: Worker[] = [];
  const underWay = new Set<Promise<unknown>>();
  let check: NodeJS.Timeout | undefined;
  for (const queue of [delivery, imports, upkeep])
    queue.on("error", (err) => log.error({ err }, "queue error"));

  function work(name: string, perform: (job: Job) => Promise<unknown>, concurrency: number): void {
    const worker = backend.worker(name, (job) => track(perform(job)), concurrency);
    worker.on("error", (err) => log.error({ err }, "worker error"));
    worker.on("failed", (job, err) =>
      log.error({ err, job: job?.name, attempt: job?.attemptsMade }, "job failed"),
    );
    workers.push(worker);
  }

  function track(performed: Promise<unknown>): Promise<unknown> {
    underWay.add(performed);
    return performed.finally(() => underWay.delete(performed));
  }

  async function putUpSchedule(): Promise<void> {
    for (const [name, { everyMs }] of Object.entries(schedule))
      await upkeep.upsertJobScheduler(name, { every: everyMs }, { name });
  }

  /** A Redis that was emptied has forgotten the schedule. */
  async function checkSchedule(): Promise<void> {
    if ((await upkeep.getJobSchedulersCount()) < Object.keys(schedule).length) await putUpSchedule();
  }

  /** The place where the queues live has come up, perhaps after an absence in which nobody could be woken. */
  async function takeUp(): Promise<void> {
    await putUpSchedule();
    await wakeDelivery();
  }

  const warn = (err: unknown) => log.warn({ err }, "the queues could not be looked after, trying again");

  /** What comes while a call is under way is answered by one more, after a pause: a worker takes whatever waits. */
  let waking: Promise<unknown> | undefined;
  let wakingNext: Promise<void> | undefined;
  let endPause = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      endPause = resolve;
      setTimeout(resolve, wakeEveryMs);
    });
  function wakeDelivery(): Promise<void> {
    if (!waking) {
      const added = delivery.add("deliver", {}).then(() => undefined);
      waking = added
        .catch(() => undefined)
        .then(() => {
          if (!wakingNext) waking = undefined;
        });
      return added;
    }
    wakingNext ??= waking.then(pause).then(() => {
      waking = wakingNext = undefined;
      return wakeDelivery();
    });
    return wakingNext;
  }

  return {
    wakeDelivery,
    async wakeImports() {
      await imports.add("bring-in", {});
    },
    startWorking(perform) {
      work(queueNames.delivery, () => perform.deliver(), 8);
      work(queueNames.imports, () => perform.bringIn(), 1);
      work(queueNames.upkeep, (job) => perform.recurring[job.name as RecurringJob](), 1);
      workers[0]!.on("ready", () => void takeUp().catch(warn));
      check = setInterval(() => void checkSchedule().catch(warn), checkMs);
    },
    counts: async () => ({
      delivery: await delivery.getJobCounts("waiting", "active", "failed"),
      imports: await imports.getJobCounts("waiting", "active", "failed"),
      upkeep: await upkeep.getJobCounts("waiting", "active", "failed"),
    }),
    board: (path) => createQueueBoard([delivery, imports, upkeep], path),
    ping: () => backend.ping(),
    async [Symbol.asyncDispose]() {
      clearInterval(check);
      endPause();
      await wakingNext?.catch(() => undefined);
      // A worker would wait for ever for a place that is away, to be told that it works on nothing.
      const isAway = await backend.ping().then(
        () => false,
        () => true,
      );
      if (isAway) await Promise.allSettled(underWay);
      await Promise.all(workers.map((worker) => worker.close(isAway)));
      await Promise.all([delivery.close(), imports.close(), upkeep.close()]);
      await backend[Symbol.asyncDispose]();
    },
  };
}
