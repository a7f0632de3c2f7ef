import { InputFile, type Api } from "grammy";
import type { AttachmentStore } from "../../conversation/attachments/attachment-store.ts";
import { atOnce, type Channel, type DeliveryOutcome } from "../../conversation/delivery/channel.ts";
import { fileNotHereYet, loadFiles, type LoadedPart } from "../rendering/load-files.ts";
import { renderReply } from "../rendering/render-reply.ts";
import { telegramCapabilities } from "./telegram-capabilities.ts";
import { outcomeOfFailure } from "./telegram-errors.ts";
import { toTelegramHtml } from "./telegram-html.ts";
import { isGroup, telegramLimits } from "./telegram-limits.ts";

/**
 * Sends replies to Telegram, at least once: a reply of several messages that fails midway is sent again from its first
 * message, and a message whose confirmation was lost is sent twice. The Bot API has no idempotency key.
 */
export function createTelegramChannel(api: Api, attachments: Pick<AttachmentStore, "read">): Channel {
  return {
    name: "telegram",
    limits: telegramLimits,
    async send({ conversationId, reply }, inTurn = atOnce): Promise<DeliveryOutcome> {
      const parts = renderReply(reply, telegramCapabilities);
      if (!parts.length) return { kind: "undeliverable", reason: "nothing to say" };
      const loaded = await loadFiles(parts, attachments, telegramCapabilities);
      if (!loaded) return fileNotHereYet;
      try {
        for (const part of loaded) await inTurn(() => sendPart(api, conversationId, part));
        return { kind: "sent" };
      } catch (error) {
        return outcomeOfFailure(error, { isGroup: isGroup(conversationId) });
      }
    },
  };
}

/** Pictures that Telegram shows in the talk, and their largest size; others go as documents. */
const picture = /^image\/(jpeg|png|webp)$/;
const largestPictureBytes = 10 * 1024 * 1024;

async function sendPart(api: Api, chatId: string, { text, rows, file }: LoadedPart): Promise<void> {
  const html = toTelegramHtml(text);
  if (file) {
    const caption = { caption: html, parse_mode: "HTML" } as const;
    // grammY writes the name into a header as it is, and only a quoted one may hold spaces.
    const input = new InputFile(file.bytes, `"${file.name.replaceAll(/["\\\r\n]/g, "_")}"`);
    const isPicture = picture.test(file.mediaType) && file.bytes.length <= largestPictureBytes;
    await (isPicture ? api.sendPhoto(chatId, input, caption) : api.sendDocument(chatId, input, caption));
    return;
  }
  await api.sendMessage(chatId, html, {
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
