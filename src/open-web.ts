import type { App } from "./app.ts";
import { webChatChannel } from "./channels/web-chat/web-chat-channel.ts";
import type { Config } from "./config/config.ts";
import { createSearch } from "./files/clamd.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { createMessageAllowance } from "./message-allowances.ts";
import { createOpen311 } from "./open311.ts";
import { createFileLinks } from "./file-links.ts";
import { listenToOutbox } from "./persistence/outbox-signal.ts";
import { createSignInStore } from "./persistence/sign-in-store.ts";
import { createSpeakerStore } from "./persistence/speaker-store.ts";
import { createTranscriptStore } from "./persistence/transcript-store.ts";
import { createPublicDesk } from "./public-desk.ts";
import { createStaffDesk } from "./staff-desk.ts";
import { measure } from "./measure.ts";
import type { Platform } from "./platforms.ts";
import { createReminding } from "./reminding.ts";
import { createWebServer, type WebServer } from "./web/server.ts";

export interface OpenWeb extends AsyncDisposable {
  url: string;
  routes: WebServer["routes"];
  audited: WebServer["audited"];
}

/** Wires the web server to the app and makes it listen. */
export async function openWeb(
  app: App,
  config: Config,
  { jobs, platforms }: { jobs: Jobs; platforms: Platform[] },
): Promise<OpenWeb> {
  const outbox = listenToOutbox(app.database.url, webChatChannel.name);
  const speakers = createSpeakerStore(app.database, webChatChannel.name);
  const reminding = createReminding(app);
  const startedAt = app.clock();
  const everybody = createPublicDesk(app, config);
  const server = await createWebServer(
    {
      handleMessage: app.handleMessage,
      messageAllowance: createMessageAllowance(app.database, app.clock, everybody.nameNetwork),
      transcript: createTranscriptStore(app.database, webChatChannel.name),
      attachments: createAttachmentStore(app.database),
      searchFile: config.clamd === undefined ? undefined : createSearch(config.clamd),
      openFileLink: createFileLinks(config, app.clock).open,
      outbox,
      agency: {
        name: async () => (await app.surroundings()).agencyName,
        isDemonstration: async () => (await app.surroundings()).settings.isDemonstration,
      },
      speakers: {
        ...speakers,
        choose: (conversationId, speaker) => speakers.choose(conversationId, speaker, app.clock()),
      },
      readiness: async () => ({
        database: await answers(app.database.query("select 1")),
        queue: await answers(jobs.ping()),
      }),
      measures: () => measure(app, jobs),
      silentJobs: () => reminding.silentJobs(startedAt),
      signIn: createSignInStore(app.database),
      queueBoard: (path) => jobs.board(path),
      staff: createStaffDesk(app, { config, platforms, jobs }),
      webhooks: platforms.flatMap(({ webhook }) => webhook ?? []),
      open311: createOpen311(app),
      everybody,
    },
    {
      say: app.say,
      clock: app.clock,
      publicUrl: config.http.publicUrl,
      openId: config.openId && { ...config.openId, outbound: app.outbound },
      metricsToken: config.http.metricsToken,
      trustedProxies: config.http.trustedProxies,
      widgetOrigins: config.http.widgetOrigins,
      logger: app.log,
    },
  );
  async function close(): Promise<void> {
    await server[Symbol.asyncDispose]();
    await outbox[Symbol.asyncDispose]();
  }
  const url = await server.listen(config.http.host, config.http.port).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { url, routes: server.routes, audited: server.audited, [Symbol.asyncDispose]: close };
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  return probe.then(
    () => true,
    () => false,
  );
}
