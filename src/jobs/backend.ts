import { createPostgresBackend, Queue, Worker, withBackend, type Job } from "bullmq";
import { Redis } from "ioredis";

/** Where the queues live: Redis when there is one, the main database otherwise. The queue code is the same. */
export type QueueLocation = { redisUrl: string } | { databaseUrl: string };

/** A queue and its worker as this program uses them, whatever they are kept in. */
export interface QueueBackend {
  queue(name: string): Queue;
  worker(name: string, work: (job: Job) => Promise<unknown>, concurrency: number): Worker;
  /** Whether the place is reachable. */
  ping(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

// A finished job that is kept would block a new one with the same id; a failed one is worth a look.
const defaultJobOptions = { removeOnComplete: true, removeOnFail: { age: 7 * 86_400 }, attempts: 3 };

export function openQueueBackend(location: QueueLocation): QueueBackend {
  return "redisUrl" in location ? onRedis(location.redisUrl) : onPostgres(location.databaseUrl);
}

function onRedis(url: string): QueueBackend {
  // Producers must fail fast, workers must wait for Redis to come back.
  const producer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
  const consumer = new Redis(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on("error", () => undefined);
  return {
    queue: (name) => new Queue(name, { connection: producer, defaultJobOptions }),
    worker: (name, work, concurrency) => new Worker(name, work, { connection: consumer, concurrency }),
    ping: async () => void (await producer.ping()),
    [Symbol.asyncDispose]: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

function onPostgres(connectionString: string): QueueBackend {
  const postgres = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: "bullmq", migrate: true, max: 3 };
  return {
    queue: (name) => new postgres.Queue(name, { connection, defaultJobOptions }) as unknown as Queue,
    worker: (name, work, concurrency) =>
      new postgres.Worker(name, work, { connection, concurrency }) as unknown as Worker,
    // The database itself has its own readiness check.
    ping: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}
