import type { Api } from "grammy";
import type { Language, Say } from "../../wording/wording.ts";
import { readKinds } from "./read-update.ts";
import { telegramWebhookPath } from "./telegram-webhook.ts";

const commands = ["start", "tracuu", "thongke", "help", "lang", "huy"] as const;

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

/** Registers what people can choose from the bot's menu. Safe to repeat. */
export async function registerCommands(api: Api, say: Say): Promise<void> {
  // Without a language code: for everyone whose language has no list of its own.
  await api.setMyCommands(menu(say, "vi"));
  await api.setMyCommands(menu(say, "en"), { language_code: "en" });
}

function menu(say: Say, language: Language): { command: string; description: string }[] {
  return commands.map((command) => ({ command, description: say(language, `telegram-command-${command}`) }));
}
