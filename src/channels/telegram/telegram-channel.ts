import type { Api } from "grammy";
import { atOnce, type Channel, type DeliveryOutcome } from "../../conversation/delivery/channel.ts";
import { renderReply, type Part } from "../rendering/render-reply.ts";
import { telegramCapabilities } from "./telegram-capabilities.ts";
import { outcomeOfFailure } from "./telegram-errors.ts";
import { toTelegramHtml } from "./telegram-html.ts";
import { isGroup, telegramLimits } from "./telegram-limits.ts";

/**
 * Sends replies to Telegram, at least once: a reply of several messages that fails midway is sent again from its first
 * message, and a message whose confirmation was lost is sent twice. The Bot API has no idempotency key.
 */
export function createTelegramChannel(api: Api): Channel {
  return {
    name: "telegram",
    limits: telegramLimits,
    async send({ conversationId, reply }, inTurn = atOnce): Promise<DeliveryOutcome> {
      const parts = renderReply(reply, telegramCapabilities);
      if (!parts.length) return { kind: "undeliverable", reason: "nothing to say" };
      try {
        for (const part of parts) await inTurn(() => sendPart(api, conversationId, part));
        return { kind: "sent" };
      } catch (error) {
        return outcomeOfFailure(error, { isGroup: isGroup(conversationId) });
      }
    },
  };
}

async function sendPart(api: Api, chatId: string, { text, rows }: Part): Promise<void> {
  await api.sendMessage(chatId, toTelegramHtml(text), {
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(rows.length && {
      reply_markup: {
        inline_keyboard: rows.map((row) =>
          row.map(({ label, say }) => ({ text: label, callback_data: say })),
        ),
      },
    }),
  });
}
