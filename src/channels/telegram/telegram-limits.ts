import type { ChannelLimits } from "../../conversation/delivery/channel.ts";

/**
 * What Telegram allows before it answers 429: 30 calls a second, about one a second for one chat after a short burst, 20 a
 * minute for a group.
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export const telegramLimits: ChannelLimits = {
  channel: { burst: 1, everyMs: 33 },
  window: { count: 30, lengthMs: 1000 },
  chat: (chatId) => (isGroup(chatId) ? { burst: 3, everyMs: 3600 } : { burst: 3, everyMs: 1000 }),
};

/** Telegram numbers people's chats from one up, and groups and channels from minus one down. */
export function isGroup(chatId: string): boolean {
  return chatId.startsWith("-");
}
