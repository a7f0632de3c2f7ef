import type { CallbackQuery, Message, Update, User } from "grammy/types";
import type { InboundMessage } from "../../conversation/inbound-message.ts";
import type { BotIdentity } from "./addressed-text.ts";
import { isWhole } from "./is-whole.ts";
import { readContent } from "./read-content.ts";
import { readMembership, type ReachNews } from "./read-membership.ts";
import { readMove, type ChatMove } from "./read-move.ts";

export type UpdateReading =
  | { kind: "message"; message: InboundMessage }
  | { kind: "reach"; news: ReachNews }
  | { kind: "move"; move: ChatMove }
  | { kind: "ignored"; reason: string };

type MessageReading = Extract<UpdateReading, { kind: "message" | "ignored" }>;

/** The kinds of update that readUpdate reads; Telegram is asked for these. */
export const readKinds = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

/** One update of the Bot API as a message to the assistant, or why it is none. `now` dates a press, which has no time. */
export function readUpdate(update: Update, bot: BotIdentity, now: Date): UpdateReading {
  const reading = readAny(update, bot, now);
  return reading.kind === "message" && !isWhole(reading.message) ? ignored("not in a known form") : reading;
}

function readAny(update: Update, bot: BotIdentity, now: Date): UpdateReading {
  const move = update.message && readMove(update.message);
  if (move) return { kind: "move", move };
  if (update.message) return readMessage(update.message, bot);
  if (update.edited_message) return readEdit(update.edited_message, update.update_id, bot);
  if (update.callback_query) return readPress(update.callback_query, now);
  if (update.my_chat_member) return { kind: "reach", news: readMembership(update.my_chat_member) };
  const [kind = "empty update"] = Object.keys(update).filter((key) => key !== "update_id");
  return ignored(`${kind} is not read`);
}

function readMessage(message: Message, bot: BotIdentity): MessageReading {
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
      ...(message.chat.type !== "private" && { isInGroup: true }),
    },
  };
}

/**
 * Changed words, or a changed caption. A live position is edited every few seconds: its first version was the message.
 * The update's number tells two edits of one second apart, which their time does not.
 */
function readEdit(message: Message, updateId: number, bot: BotIdentity): MessageReading {
  const reading = readMessage(message, bot);
  if (reading.kind === "ignored") return reading;
  const { id, content } = reading.message;
  const text = content.kind === "text" || content.kind === "media" ? content.text : undefined;
  if (text === undefined) return ignored("edit of something without words");
  const editedAt = message.edit_date ?? message.date;
  return {
    kind: "message",
    message: {
      ...reading.message,
      id: `${id}#edit-${editedAt}-${updateId}`,
      content: { kind: "edit", of: id, text },
      sentAt: new Date(editedAt * 1000),
    },
  };
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
      ...(message.chat.type !== "private" && { isInGroup: true }),
    },
  };
}

function languageOf(user: User): "vi" | "en" {
  return user.language_code?.startsWith("en") ? "en" : "vi";
}

function ignored(reason: string): MessageReading {
  return { kind: "ignored", reason };
}
