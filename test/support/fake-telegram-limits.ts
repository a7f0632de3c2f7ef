import type { BotCommandScope, InlineKeyboardButton } from "grammy/types";
import { parseTelegramHtml } from "./fake-telegram-html.ts";

/** The parameters of calls, once the schema has passed them. */
export interface Payload {
  chat_id?: number | string;
  text?: string;
  photo?: string;
  document?: string;
  caption?: string;
  parse_mode?: string;
  reply_markup?: { inline_keyboard?: InlineKeyboardButton[][] };
  callback_query_id?: string;
  url?: string;
  secret_token?: string;
  commands?: { command: string; description: string }[];
  scope?: BotCommandScope;
  language_code?: string;
  allowed_updates?: string[];
  offset?: number;
  limit?: number;
  timeout?: number;
  file_id?: string;
}

/** What the types cannot say: lengths and alphabets. Throws the description that Telegram would answer with 400. */
export const limits: Record<string, (payload: Payload) => void> = {
  sendMessage({ text = "", parse_mode: mode, reply_markup: markup }) {
    const shown = (mode === "HTML" ? parseTelegramHtml(text).text : text).trim();
    refuseIf(!shown, "message text is empty");
    refuseIf(shown.length > 4096, "message is too long");
    refuseIf(/\p{Cs}/u.test(shown), "strings must be encoded in UTF-8");
    const buttons = (markup?.inline_keyboard ?? []).flat();
    refuseIf(buttons.length > 100, "reply markup is too long");
    for (const button of buttons) {
      refuseIf(!button.text.trim(), "text buttons are unallowed in the inline keyboard");
      const sizeBytes = "callback_data" in button ? Buffer.byteLength(button.callback_data) : 1;
      refuseIf(sizeBytes < 1 || sizeBytes > 64, "BUTTON_DATA_INVALID");
    }
  },
  sendPhoto: checkCaption,
  sendDocument: checkCaption,
  setWebhook({ url = "", secret_token: secret = "x" }) {
    refuseIf(!url.startsWith("https://"), "bad webhook: An HTTPS URL must be provided for webhook");
    refuseIf(!/^[\w-]{1,256}$/.test(secret), "secret token contains unallowed characters");
  },
  setMyCommands({ commands = [] }) {
    refuseIf(commands.length > 100, "BOT_COMMANDS_TOO_MUCH");
    for (const { command, description } of commands) {
      refuseIf(!/^[a-z0-9_]{1,32}$/.test(command), "BOT_COMMAND_INVALID");
      refuseIf(!description || description.length > 256, "BOT_COMMAND_DESCRIPTION_INVALID");
    }
  },
};

function checkCaption({ caption = "", parse_mode: mode }: Payload): void {
  const shown = mode === "HTML" ? parseTelegramHtml(caption).text : caption;
  refuseIf(shown.length > 1024, "message caption is too long");
}

function refuseIf(isBroken: boolean, description: string): void {
  if (isBroken) throw new Error(`Bad Request: ${description}`);
}
