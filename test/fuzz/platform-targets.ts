import { createHash } from "node:crypto";
import fc from "fast-check";
import { createReceiver as createTelegramReceiver } from "../../src/channels/telegram/receive-update.ts";
import { createTelegramWebhook } from "../../src/channels/telegram/telegram-webhook.ts";
import { createReceiver as createZaloReceiver } from "../../src/channels/zalo/receive-event.ts";
import { createZaloWebhook } from "../../src/channels/zalo/zalo-webhook.ts";
import { createBotReceiver } from "../../src/channels/zalo-bot/receive-bot-update.ts";
import { createZaloBotWebhook } from "../../src/channels/zalo-bot/zalo-bot-webhook.ts";
import type { InboundMessage } from "../../src/conversation/inbound-message.ts";
import { fuzzTarget, type FuzzTarget } from "./fuzz-target.ts";
import { mutated, mutatedBytes } from "./odd-values.ts";
import { telegramUpdates, zaloBotUpdates, zaloEvents } from "./recordings.ts";

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
const secret = "a-secret-of-the-test";
const now = new Date(1_795_744_800_000);
const appId = "30051";
const oaSecretKey = "secret-key-of-the-account";

/** Mostly whole JSON with odd values, at times broken bytes. */
function bodies(recordings: readonly object[]): fc.Arbitrary<Buffer> {
  const whole = mutated(recordings).map((value) => Buffer.from(JSON.stringify(value) ?? "null"));
  const bytes = recordings.map((value) => Buffer.from(JSON.stringify(value)));
  return fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: mutatedBytes(bytes) });
}

/**
 * The webhooks of each platform with the right secret, so that what is inside is read. A message that is none by its own
 * type escapes too; those that are messages are handed to `hear`.
 */
export function platformTargets(hear: (message: InboundMessage) => void): FuzzTarget[] {
  let unfit: InboundMessage | undefined;
  // Receivers log what is thrown here, so it is kept and told afterwards.
  function handleMessage(message: InboundMessage) {
    if (!isWhole(message)) unfit = message;
    hear(message);
    return Promise.resolve({ kind: "answered" } as const);
  }
  /** A platform delivers again for ever what is answered with 5xx. */
  function requireTaken({ status }: { status: number }): void {
    const found = unfit;
    unfit = undefined;
    if (found) throw new Error(`read as a message that is none: ${JSON.stringify(found)}`);
    if (status >= 500) throw new Error(`answered ${status}`);
  }
  const none = () => Promise.resolve();
  const telegram = createTelegramWebhook(
    secret,
    createTelegramReceiver({
      api: { answerCallbackQuery: none } as never,
      bot: () => Promise.resolve({ id: 1, username: "motcua_bot" } as never),
      handleMessage,
      noteReach: none,
      noteMove: none,
      clock: () => now,
      log,
    }),
    log,
  );
  const zalo = createZaloWebhook({
    appId,
    secretKey: oaSecretKey,
    receive: createZaloReceiver({ noteContact: none, handleMessage, log }),
    clock: () => now,
    log,
  });
  const zaloBot = createZaloBotWebhook(
    secret,
    createBotReceiver({ accountName: () => Promise.resolve("Một Cửa"), handleMessage, log }),
    log,
  );
  return [
    fuzzTarget({
      name: "Telegram's webhook",
      share: 180,
      inputs: bodies(telegramUpdates),
      take: async (rawBody) =>
        requireTaken(
          await telegram.handle({ rawBody, headers: { "x-telegram-bot-api-secret-token": secret } }),
        ),
    }),
    fuzzTarget({
      name: "Zalo's webhook",
      share: 120,
      inputs: bodies(zaloEvents),
      take: async (rawBody) =>
        requireTaken(
          await zalo.handle({ rawBody, headers: { "x-zevent-signature": `mac=${signed(rawBody)}` } }),
        ),
    }),
    fuzzTarget({
      name: "the Zalo bot's webhook",
      share: 100,
      inputs: bodies(zaloBotUpdates),
      take: async (rawBody) =>
        requireTaken(await zaloBot.handle({ rawBody, headers: { "x-bot-api-secret-token": secret } })),
    }),
  ];
}

function isWhole({ id, conversationId, sentAt, content }: InboundMessage): boolean {
  const texts = [id, conversationId, ...(content.kind === "text" ? [content.text] : [])];
  return texts.every((text) => typeof text === "string") && !Number.isNaN(sentAt.getTime());
}

function signed(rawBody: Buffer): string {
  const timestamp = /"timestamp":"?([^",}]*)/.exec(rawBody.toString())?.[1] ?? "";
  return createHash("sha256")
    .update(appId)
    .update(rawBody)
    .update(timestamp)
    .update(oaSecretKey)
    .digest("hex");
}
