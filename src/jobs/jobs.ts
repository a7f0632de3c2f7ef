import type { Job, Worker } from "bullmq";
import type { Log } from "../logging/logger.ts";
import { openQueueBackend, type QueueLocation } from "./backend.ts";
import { schedule, type RecurringJob } from "./schedule.ts";

/** The two queues: `delivery` wakes a worker after each answered turn, `upkeep` runs the schedule. */
const queueNames = { delivery: "motcua-delivery", upkeep: "motcua-upkeep" } as const;

export interface JobWork {
  /** Sends whatever waits in the outbox. */
  deliver(): Promise<unknown>;
  recurring: Record<RecurringJob, () => Promise<unknown>>;
}

export interface Jobs {
  /** Says that something waits in the outbox. Losing this costs seconds: the sweep finds it. */
  wakeDelivery(): Promise<void>;
  /** Begins to work: from now on this process takes jobs. */
  startWorking(work: JobWork): Promise<void>;
  /** How many jobs each queue has, by state. */
  counts(): Promise<Record<string, Record<string, number>>>;
  /** Rejects when the queues cannot be reached. */
  ping(): Promise<void>;
  /** Takes no new job, lets those running finish, closes. */
  [Symbol.asyncDispose](): Promise<void>;
}

export function createJobs(location: QueueLocation, log: Log): Jobs {
  const backend = openQueueBackend(location);
  const delivery = backend.queue(queueNames.delivery);
  const upkeep = backend.queue(queueNames.upkeep);
  const workers: Worker[] = [];
  for (const queue of [delivery, upkeep]) queue.on("error", (err) => log.error({ err }, "queue error"));

  function work(name: string, perform: (job: Job) => Promise<unknown>, concurrency: number): void {
    const worker = backend.worker(name, perform, concurrency);
    worker.on("error", (err) => log.error({ err }, "worker error"));
    worker.on("failed", (job, err) =>
      log.error({ err, job: job?.name, attempt: job?.attemptsMade }, "job failed"),
    );
    workers.push(worker);
  }

  return {
    async wakeDelivery() {
      await delivery.add("deliver", {});
    },
    async startWorking(perform) {
      for (const [name, { everyMs }] of Object.entries(schedule))
        await upkeep.upsertJobScheduler(name, { every: everyMs }, { name });
      work(queueNames.delivery, () => perform.deliver(), 8);
      work(queueNames.upkeep, (job) => perform.recurring[job.name as RecurringJob](), 1);
    },
    counts: async () => ({
      delivery: await delivery.getJobCounts("waiting", "active", "failed"),
      upkeep: await upkeep.getJobCounts("waiting", "active", "failed"),
    }),
    ping: () => backend.ping(),
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([delivery.close(), upkeep.close()]);
      await backend[Symbol.asyncDispose]();
    },
  };
}
