import type { Message } from "grammy/types";

/** Who the bot is on Telegram; `username` without `@`. */
export interface BotIdentity {
  id: number;
  username: string;
}

/**
 * What a text message says to the bot, without the bot's name in it: in a private chat all of it, in a group only
 * commands, mentions and answers to the bot. Undefined when it is not for the bot.
 */
export function textForBot(message: Message & { text: string }, bot: BotIdentity): string | undefined {
  const [, command, addressee] = /^(\/\w+)@(\w+)/.exec(message.text) ?? [];
  if (command && addressee)
    return isName(addressee, bot)
      ? command + message.text.slice(`${command}@${addressee}`.length)
      : undefined;
  if (isForBot(message, bot) || message.text.startsWith("/")) return message.text;
  const mention = /@(\w+)/g;
  const isMentioned = Array.from(message.text.matchAll(mention)).some(([, name = ""]) => isName(name, bot));
  return isMentioned
    ? message.text.replace(mention, (all, name: string) => (isName(name, bot) ? "" : all)).trim()
    : undefined;
}

/** Whether a message is for the bot whatever it says: in a private chat, or in answer to the bot's own message. */
export function isForBot(message: Message, bot: BotIdentity): boolean {
  return message.chat.type === "private" || message.reply_to_message?.from?.id === bot.id;
}

function isName(name: string, bot: BotIdentity): boolean {
  return name.toLowerCase() === bot.username.toLowerCase();
}
