import { spawnSync } from "node:child_process";
import { Redis } from "ioredis";
import { findFreePort, startRedis, type TestRedis } from "../support/redis-server.ts";

/** The run says loudly when there is none: see useRedis. */
export const hasRedisServer = spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of one's own that can be emptied, stopped, and started at the same address. */
export interface ChaosRedis extends AsyncDisposable {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  flush(): Promise<void>;
}

/** Not started yet. */
export async function placeRedis(folder: string): Promise<ChaosRedis> {
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: TestRedis | undefined;
  async function stop(): Promise<void> {
    await server?.[Symbol.asyncDispose]();
    server = undefined;
  }
  return {
    url,
    async start() {
      server = await startRedis(folder, port);
    },
    stop,
    async flush() {
      const redis = new Redis(url);
      await redis.flushall();
      await redis.quit();
    },
    [Symbol.asyncDispose]: stop,
  };
}
