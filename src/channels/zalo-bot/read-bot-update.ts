import type { InboundContent, InboundMessage } from "../../conversation/inbound-message.ts";
import type { BotUpdate } from "./bot-update.ts";

export type UpdateReading =
  | { kind: "message"; message: InboundMessage }
  | { kind: "ignored"; reason: string };

/** One update of the Bot Platform as a message to the assistant, or why it is none. */
export function readBotUpdate(update: BotUpdate, accountName: string): UpdateReading {
  const { event_name: name, message } = update;
  if (!message) return ignored(`${name} without a message`);
  if (message.from.is_bot) return ignored("not from a person");
  const content = readContent(name, message);
  if (typeof content === "string") return ignored(content);
  const addressed = message.chat.chat_type === "GROUP" ? addressedTo(accountName, content) : content;
  if (!addressed) return ignored("not addressed to the bot");
  return {
    kind: "message",
    message: {
      id: message.message_id,
      channel: "zalo-bot",
      conversationId: message.chat.id,
      content: addressed,
      sentAt: new Date(message.date),
      ...(message.chat.chat_type === "GROUP" && { isInGroup: true }),
    },
  };
}

type BotMessage = NonNullable<BotUpdate["message"]>;

function readContent(name: string, { text, photo_url: url, caption }: BotMessage): InboundContent | string {
  switch (name) {
    case "message.text.received":
      return text ? { kind: "text", text } : "empty message";
    case "message.image.received":
      return url
        ? {
            kind: "media",
            ...(caption && { text: caption }),
            attachments: [{ kind: "photo", ref: `zalo-bot:${url}` }],
          }
        : "a picture without an address";
    case "message.sticker.received":
      return { kind: "unsupported", what: "sticker" };
    case "message.unsupported.received":
      return { kind: "unsupported", what: "something Zalo does not show to bots" };
    default:
      return `${name} is not read`;
  }
}

/** In a group only commands and what names the bot is for it; the name itself says nothing. */
function addressedTo(accountName: string, content: InboundContent): InboundContent | undefined {
  if (content.kind !== "text") return undefined;
  const mention = `@${accountName}`;
  if (content.text.includes(mention))
    return { kind: "text", text: content.text.replaceAll(mention, "").trim() };
  return content.text.startsWith("/") ? content : undefined;
}

function ignored(reason: string): UpdateReading {
  return { kind: "ignored", reason };
}
