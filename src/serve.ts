import type { App } from "./app.ts";
import { backgroundWork, watchOverJobs } from "./background-work.ts";
import type { Config } from "./config/config.ts";
import { createJobs } from "./jobs/jobs.ts";
import { openWeb, type OpenWeb } from "./open-web.ts";
import { openPlatforms } from "./platforms.ts";

/** Which part of the service a process is: more of either may be started to scale out. */
export const roles = ["web", "worker", "all"] as const;
export type Role = (typeof roles)[number];

export interface Serving extends AsyncDisposable {
  /** Where people reach the web server; absent in a worker. */
  url?: string;
  /** Every way in that its web server has. */
  routes?: OpenWeb["routes"];
  /** Those of them that enter in the audit what is done there. */
  audited?: OpenWeb["audited"];
}

/**
 * Runs the app as a server: web and channels in, workers out. Disposing takes no new work, lets turns and deliveries
 * under way finish, and closes in that order; the app itself stays open.
 */
export async function serve(app: App, config: Config, role: Role): Promise<Serving> {
  const jobs = createJobs(queueLocation(app, config), app.log);
  app.onAnswered = () => {
    jobs
      .wakeDelivery()
      .catch((err: unknown) => app.log.warn({ err }, "delivery not woken, the sweep will find it"));
  };
  const platforms = await openPlatforms(app, config);
  const isWeb = role !== "worker";
  async function close(): Promise<void> {
    await jobs[Symbol.asyncDispose]();
    for (const platform of platforms) await platform.close?.();
  }
  async function giveUp(error: unknown): Promise<never> {
    await close();
    throw error;
  }
  const web = isWeb ? await openWeb(app, config, { jobs, platforms }).catch(giveUp) : undefined;
  const stopping = new AbortController();
  const work = backgroundWork(app, platforms, {
    stopping: stopping.signal,
    wakeImports: () => jobs.wakeImports(),
  });
  if (role !== "web") jobs.startWorking(work);
  const watch = watchOverJobs(app, () => work.deliver());
  if (isWeb) for (const platform of platforms) platform.start?.();

  return {
    ...(web && { url: web.url, routes: web.routes, audited: web.audited }),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([
        watch[Symbol.asyncDispose](),
        web?.[Symbol.asyncDispose](),
        ...platforms.map((platform) => platform.stop?.()),
      ]);
      await close();
    },
  };
}

/** Where the queues live: in Redis when it is configured, else beside the data. */
export function queueLocation(app: App, config: Config) {
  const { redisUrl } = config.queue;
  return redisUrl ? { redisUrl } : { databaseUrl: app.database.url };
}
