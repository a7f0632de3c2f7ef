import type { App } from "./app.ts";
import type { Telegram } from "./channels/telegram/telegram.ts";
import type { Config } from "./config/config.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { listenToOutbox } from "./persistence/outbox-signal.ts";
import { createWebChatStore } from "./persistence/web-chat-store.ts";
import { createWebServer } from "./web/server.ts";

export interface OpenWeb extends AsyncDisposable {
  url: string;
}

/** Wires the web server to the app and makes it listen. */
export async function openWeb(
  app: App,
  config: Config,
  { jobs, telegram }: { jobs: Jobs; telegram: Telegram | undefined },
): Promise<OpenWeb> {
  const outbox = listenToOutbox(app.database.url);
  const store = createWebChatStore(app.database);
  const server = await createWebServer(
    {
      handleMessage: app.handleMessage,
      transcript: store,
      outbox,
      agency: {
        name: async () => (await app.surroundings()).agencyName,
        isDemonstration: async () => (await app.surroundings()).settings.isDemonstration,
      },
      speakers: store,
      readiness: async () => ({
        database: await answers(app.database.query("select 1")),
        queue: await answers(jobs.ping()),
      }),
      webhooks: telegram?.webhook ? [telegram.webhook] : [],
    },
    { say: app.say, clock: app.clock, publicUrl: config.http.publicUrl },
  );
  const url = await server.listen(config.http.host, config.http.port);
  return {
    url,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await outbox[Symbol.asyncDispose]();
    },
  };
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  return probe.then(
    () => true,
    () => false,
  );
}
