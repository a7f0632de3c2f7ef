import type { Message } from "grammy/types";

/** A group that has become a supergroup goes on under another id. */
export interface ChatMove {
  from: string;
  to: string;
}

/** Telegram says it in both chats: in the old one where it went, in the new one where it came from. */
export function readMove(message: Message): ChatMove | undefined {
  const here = String(message.chat.id);
  if (message.migrate_to_chat_id !== undefined) return { from: here, to: String(message.migrate_to_chat_id) };
  if (message.migrate_from_chat_id !== undefined)
    return { from: String(message.migrate_from_chat_id), to: here };
  return undefined;
}
