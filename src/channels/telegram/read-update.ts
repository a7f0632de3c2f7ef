import type { CallbackQuery, Message, Update, User } from "grammy/types";
import type { InboundContent, InboundMessage } from "../../conversation/inbound-message.ts";
import { isForBot, textForBot, type BotIdentity } from "./addressed-text.ts";

export type UpdateReading =
  | { kind: "message"; message: InboundMessage }
  | { kind: "ignored"; reason: string };

/** What people send that is not text; the first that a message has names it (a venue also has a location). */
// prettier-ignore
const unreadable = [
  "photo", "live_photo", "animation", "document", "voice", "audio", "video_note", "video", "sticker", "venue",
  "location", "contact", "poll", "dice", "story", "game", "paid_media", "checklist", "rich_message",
] as const;

/** One update of the Bot API as a message to the assistant, or why it is none. `now` dates a press, which has no time. */
export function readUpdate(update: Update, bot: BotIdentity, now: Date): UpdateReading {
  if (update.message) return readMessage(update.message, bot);
  if (update.callback_query) return readPress(update.callback_query, now);
  const [kind = "empty update"] = Object.keys(update).filter((key) => key !== "update_id");
  return ignored(`${kind} is not read`);
}

function readMessage(message: Message, bot: BotIdentity): UpdateReading {
  if (!message.from || message.from.is_bot) return ignored("not from a person");
  const content = readContent(message, bot);
  if (typeof content === "string") return ignored(content);
  return {
    kind: "message",
    message: {
      id: `m${message.message_id}`,
      channel: "telegram",
      conversationId: String(message.chat.id),
      content,
      sentAt: new Date(message.date * 1000),
      language: languageOf(message.from),
    },
  };
}

/** The content, or the reason why there is none for us. */
function readContent(message: Message, bot: BotIdentity): InboundContent | string {
  if (message.text !== undefined) {
    const text = textForBot({ ...message, text: message.text }, bot);
    return text === undefined ? "not addressed to the bot" : { kind: "text", text };
  }
  const what = unreadable.find((kind) => message[kind] !== undefined);
  if (!what) return "service message";
  return isForBot(message, bot) ? { kind: "unsupported", what } : "not addressed to the bot";
}

function readPress({ id, from, message, data }: CallbackQuery, now: Date): UpdateReading {
  if (!message) return ignored("press on a message outside any chat");
  if (data === undefined) return ignored("press without data");
  const pressed = message.reply_markup?.inline_keyboard
    .flat()
    .find((button) => "callback_data" in button && button.callback_data === data);
  return {
    kind: "message",
    message: {
      id: `c${id}`,
      channel: "telegram",
      conversationId: String(message.chat.id),
      content: { kind: "button", say: data, ...(pressed && { label: pressed.text }) },
      sentAt: now,
      language: languageOf(from),
    },
  };
}

function languageOf(user: User): "vi" | "en" {
  return user.language_code?.startsWith("en") ? "en" : "vi";
}

function ignored(reason: string): UpdateReading {
  return { kind: "ignored", reason };
}
