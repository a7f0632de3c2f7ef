import { createPostgresBackend, Queue, Worker, withBackend, type Job } from "bullmq";
import { Cluster, Redis } from "ioredis";
import { readRedisUrl } from "./redis-location.ts";

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

// A cluster keeps keys together whose part in braces is the same.
const prefix = "{motcua}";

function onRedis(url: string): QueueBackend {
  // Producers must fail fast, workers must wait for Redis to come back.
  const producer = connect(url, { maxRetriesPerRequest: 1 });
  const consumer = connect(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on("error", () => undefined);
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix, defaultJobOptions }),
    worker: (name, work, concurrency) =>
      new Worker(name, work, { connection: consumer, prefix, concurrency }),
    ping: async () => void (await producer.ping()),
    [Symbol.asyncDispose]: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

function connect(url: string, patience: { maxRetriesPerRequest: number | null }): Redis | Cluster {
  const location = readRedisUrl(url);
  const { username, password, isEncrypted } = location;
  const access = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(isEncrypted && { tls: {} }),
    ...patience,
  };
  switch (location.kind) {
    case "single":
      return new Redis({ ...location.address, db: location.db, ...access });
    case "sentinel": {
      const { sentinels, name, db } = location;
      const toSentinels = {
        ...(password !== undefined && { sentinelPassword: password }),
        enableTLSForSentinelMode: isEncrypted,
        ...(isEncrypted && { sentinelTLS: {} }),
      };
      return new Redis({ sentinels, name, db, ...toSentinels, ...access });
    }
    case "cluster":
      return new Cluster(location.nodes, { redisOptions: access });
  }
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
