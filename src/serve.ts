import type { App } from "./app.ts";
import { createTelegram, type Telegram } from "./channels/telegram/telegram.ts";
import { webChatChannel } from "./channels/web-chat/web-chat-channel.ts";
import type { Config } from "./config/config.ts";
import { strayUploadLifetimeMs } from "./conversation/attachments/attachment-store.ts";
import { fetchAttachments, type AttachmentSource } from "./conversation/attachments/fetch-attachments.ts";
import type { Channel } from "./conversation/delivery/channel.ts";
import { stateLifetimeMs } from "./conversation/conversation-state.ts";
import { createJobs, type Jobs } from "./jobs/jobs.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { createAwaitedAttachmentStore } from "./persistence/awaited-attachment-store.ts";
import { forgetStaleConversations } from "./persistence/stale-conversations.ts";
import { openWeb } from "./open-web.ts";

/** Which part of the service a process is: more of either may be started to scale out. */
export const roles = ["web", "worker", "all"] as const;
export type Role = (typeof roles)[number];

export interface Serving extends AsyncDisposable {
  /** Where people reach the web server; absent in a worker. */
  url?: string;
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
  const telegram =
    config.telegram && createTelegram({ ...config.telegram, ...app, publicUrl: config.http.publicUrl });
  const isWeb = role !== "worker";
  async function giveUp(error: unknown): Promise<never> {
    await jobs[Symbol.asyncDispose]();
    throw error;
  }
  const web = isWeb ? await openWeb(app, config, { jobs, telegram }).catch(giveUp) : undefined;
  if (role !== "web") await startWorking(app, jobs, channelsOf(telegram), sourcesOf(telegram));
  if (isWeb) telegram?.start();

  return {
    ...(web && { url: web.url }),
    async [Symbol.asyncDispose]() {
      await Promise.all([web?.[Symbol.asyncDispose](), telegram?.[Symbol.asyncDispose]()]);
      await jobs[Symbol.asyncDispose]();
    },
  };
}

/** Where the queues live: in Redis when it is configured, else beside the data. */
export function queueLocation(app: App, config: Config) {
  const { redisUrl } = config.queue;
  return redisUrl ? { redisUrl } : { databaseUrl: app.database.url };
}

function channelsOf(telegram: Telegram | undefined): ReadonlyMap<string, Channel> {
  return new Map(
    [webChatChannel, telegram?.channel].flatMap((channel) => (channel ? [[channel.name, channel]] : [])),
  );
}

function sourcesOf(telegram: Telegram | undefined): ReadonlyMap<string, AttachmentSource> {
  return new Map(telegram ? [[telegram.channel.name, telegram.files]] : []);
}

async function startWorking(
  app: App,
  jobs: Jobs,
  channels: ReadonlyMap<string, Channel>,
  sources: ReadonlyMap<string, AttachmentSource>,
): Promise<void> {
  const attachments = createAwaitedAttachmentStore(app.database);
  const deliver = () => app.deliver(channels);
  await jobs.startWorking({
    deliver,
    recurring: {
      "sweep-outbox": deliver,
      "forget-stale-conversations": () =>
        forgetStaleConversations(app.database, new Date(app.clock().getTime() - stateLifetimeMs)),
      "fetch-attachments": () => fetchAttachments({ attachments, sources, clock: app.clock }),
      "forget-stray-uploads": () =>
        createAttachmentStore(app.database).forgetStray(
          new Date(app.clock().getTime() - strayUploadLifetimeMs),
        ),
    },
  });
}
