import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import type { Log } from "../../logging/logger.ts";
import type { ReceiveUpdate } from "./receive-update.ts";

interface WebhookRequest {
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  rawBody: Uint8Array;
}

export interface TelegramWebhook {
  path: string;
  /** 200 committed or not worth repeating · 400 not an update · 401 not from Telegram · 503 redeliver later. */
  handle(request: WebhookRequest): Promise<{ status: 200 | 400 | 401 | 503 }>;
}

export const telegramWebhookPath = "/webhooks/telegram";

export function createTelegramWebhook(secret: string, receive: ReceiveUpdate, log: Log): TelegramWebhook {
  const expected = digest(secret);
  return {
    path: telegramWebhookPath,
    async handle({ headers, rawBody }) {
      if (!isSecret(headers["x-telegram-bot-api-secret-token"], expected)) return { status: 401 };
      const update = readBody(rawBody);
      if (!update) return { status: 400 };
      try {
        await receive(update);
        return { status: 200 };
      } catch (error) {
        log.warn({ updateId: update.update_id, err: error }, "Telegram is asked to redeliver");
        return { status: 503 };
      }
    },
  };
}

/** Compares digests, so that neither the length nor the place of the first difference shows in the time taken. */
function isSecret(given: string | string[] | undefined, expected: Buffer): boolean {
  return typeof given === "string" && timingSafeEqual(digest(given), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

const utf8 = new TextDecoder();

function readBody(rawBody: Uint8Array): Update | undefined {
  try {
    const body = JSON.parse(utf8.decode(rawBody)) as Update | null;
    return Number.isSafeInteger(body?.update_id) ? body! : undefined;
  } catch {
    return undefined;
  }
}
