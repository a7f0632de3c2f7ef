import type { Api } from "grammy";
import { readKinds } from "./read-update.ts";
import { telegramWebhookPath } from "./telegram-webhook.ts";

export interface WebhookSettings {
  publicUrl: string;
  secret: string;
}

/** Tells Telegram how updates reach us: by webhook, or by polling, which it allows only without one. Safe to repeat. */
export async function chooseDelivery(api: Api, webhook: WebhookSettings | undefined): Promise<void> {
  if (webhook)
    await api.setWebhook(new URL(telegramWebhookPath, webhook.publicUrl).href, {
      secret_token: webhook.secret,
      allowed_updates: readKinds,
    });
  else await api.deleteWebhook();
}
