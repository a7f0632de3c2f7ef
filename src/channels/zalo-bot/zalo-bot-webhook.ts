import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../../logging/logger.ts";
import { updateSchema, type BotUpdate } from "./bot-update.ts";
import type { ReceiveBotUpdate } from "./receive-bot-update.ts";

interface WebhookRequest {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  rawBody: Uint8Array;
}

export interface ZaloBotWebhook {
  path: string;
  /** 200 committed or not worth repeating · 400 not an update · 401 not from Zalo · 503 redeliver later. */
  handle(request: WebhookRequest): Promise<{ status: 200 | 400 | 401 | 503 }>;
}

export const zaloBotWebhookPath = "/webhooks/zalo-bot";

export function createZaloBotWebhook(secret: string, receive: ReceiveBotUpdate, log: Log): ZaloBotWebhook {
  return {
    path: zaloBotWebhookPath,
    async handle({ headers, rawBody }) {
      if (!isSecret(headers["x-bot-api-secret-token"], secret)) return { status: 401 };
      const update = readBody(rawBody);
      if (!update) return { status: 400 };
      try {
        await receive(update);
        return { status: 200 };
      } catch (error) {
        log.warn({ event: update.event_name, err: error }, "Zalo's bot platform is asked to redeliver");
        return { status: 503 };
      }
    },
  };
}

/** Compares digests, so that neither the length nor the place of the first difference shows in the time taken. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

function readBody(rawBody: Uint8Array): BotUpdate | undefined {
  try {
    return updateSchema.safeParse(JSON.parse(new TextDecoder().decode(rawBody))).data;
  } catch {
    return undefined;
  }
}
