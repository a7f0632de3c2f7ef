import type { AttachmentSource } from "../../conversation/attachments/fetch-attachments.ts";
import type { Channel } from "../../conversation/delivery/channel.ts";
import type { LinkToFile } from "../rendering/capabilities.ts";
import { createZaloFiles, type ToFiles } from "../zalo/zalo-client/zalo-files.ts";
import { persevere, type Perseverance } from "./persevere.ts";
import { createBotReceiver, type BotReceiverPorts } from "./receive-bot-update.ts";
import { createZaloBotChannel } from "./zalo-bot-channel.ts";
import { createZaloBotClient, type ZaloBotAccess } from "./zalo-bot-client.ts";
import { createZaloBotWebhook, zaloBotWebhookPath, type ZaloBotWebhook } from "./zalo-bot-webhook.ts";

export interface ZaloBotOptions extends ZaloBotAccess, Omit<BotReceiverPorts, "accountName"> {
  /** Where Zalo reaches us; absent: updates are fetched by long polling. */
  publicUrl?: string | undefined;
  /** Zalo shows it with each call of the webhook; needed with `publicUrl`. */
  secret?: string | undefined;
  /** Where people get files, which the platform does not carry. */
  linkTo: LinkToFile;
  /** The way to the files that people send. */
  toFiles: ToFiles;
  /** Wait before a failed set-up or poll is tried again; it doubles up to a minute. Default one second. */
  firstWaitMs?: number;
}

export interface ZaloBot extends AsyncDisposable {
  channel: Channel;
  /** Absent without a secret. */
  webhook?: ZaloBotWebhook;
  /** What people have sent; refs are `zalo-bot:<address>`. */
  files: AttachmentSource;
  accountName(): Promise<string>;
  /** Begins to receive, in the background: with Zalo away it tries again until told to stop. */
  start(): void;
  /** Receives no more; the turn in hand finishes. Sending goes on until disposed of. */
  stop(): Promise<void>;
}

const longPollSeconds = 25;

/** The Zalo Bot Platform as a channel. */
export function createZaloBot(options: ZaloBotOptions): ZaloBot {
  const { publicUrl, secret, log } = options;
  if (publicUrl && !secret) throw new Error("A Zalo bot's webhook needs a secret");
  const client = createZaloBotClient(options);
  const files = createZaloFiles(options.toFiles);
  const accountName = remember(async () => (await client.getMe()).accountName);
  const receive = createBotReceiver({ ...options, accountName });
  const stopping = new AbortController();
  const perseverance: Perseverance = {
    signal: stopping.signal,
    firstWaitMs: options.firstWaitMs ?? 1000,
    log,
  };
  let running: Promise<unknown> | undefined;

  async function receiveUpdates(): Promise<void> {
    await persevere(chooseDelivery, perseverance);
    log.info({ mode: publicUrl ? "webhook" : "polling" }, "Zalo bot channel receives");
    while (!publicUrl && !stopping.signal.aborted) await pollOnce();
  }

  /** Either the one or the other: Zalo refuses to be polled while it has a webhook. */
  async function chooseDelivery(): Promise<void> {
    if (publicUrl && secret)
      await client.setWebhook({ url: new URL(zaloBotWebhookPath, publicUrl).href, secretToken: secret });
    else await client.deleteWebhook();
  }

  /** Zalo gives an update once, so it is held here until it is taken in. */
  async function pollOnce(): Promise<void> {
    const { signal } = stopping;
    const poll = () => client.getUpdates({ timeoutSeconds: longPollSeconds, signal });
    const update = await persevere(poll, perseverance);
    if (update) await persevere(() => receive(update), perseverance);
  }

  return {
    channel: createZaloBotChannel(client, options.linkTo),
    ...(secret && { webhook: createZaloBotWebhook(secret, receive, log) }),
    files,
    accountName,
    start() {
      running ??= receiveUpdates();
    },
    async stop() {
      stopping.abort();
      await running;
    },
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]();
    },
  };
}

/** Asks until it is known, and no more after that. */
function remember(ask: () => Promise<string>): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () =>
    (known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
}
