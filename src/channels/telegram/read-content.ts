import type { Message } from "grammy/types";
import type { Attachment, InboundContent } from "../../conversation/inbound-message.ts";
import { isForBot, textForBot, type BotIdentity } from "./addressed-text.ts";

/** What people send that the assistant cannot take; the first that a message has names it. */
const unreadable = [
  "sticker",
  "contact",
  "poll",
  "dice",
  "story",
  "game",
  "paid_media",
  "checklist",
  "rich_message",
] as const;

/** What a message says and carries, or the reason why it is none for the bot. */
export function readContent(message: Message, bot: BotIdentity): InboundContent | string {
  if (message.text !== undefined) {
    const text = textForBot({ ...message, text: message.text }, bot);
    return text === undefined ? notAddressed : { kind: "text", text };
  }
  const attachment = readAttachment(message);
  if (attachment) return readMedia(message, attachment, bot);
  const position = readPosition(message);
  const what = unreadable.find((kind) => message[kind] !== undefined);
  if (!position && !what) return "service message";
  if (!isForBot(message, bot)) return notAddressed;
  return position ?? { kind: "unsupported", what: what! };
}

const notAddressed = "not addressed to the bot";

function readMedia(message: Message, attachment: Attachment, bot: BotIdentity): InboundContent | string {
  const { caption, media_group_id: album } = message;
  const text = caption === undefined ? undefined : textForBot({ ...message, text: caption }, bot);
  if (text === undefined && !isForBot(message, bot)) return notAddressed;
  return { kind: "media", ...(text && { text }), attachments: [attachment], ...(album && { album }) };
}

function readAttachment(message: Message): Attachment | undefined {
  const { photo, document, voice, audio } = message;
  // A live photo and an animation come with what stands for them here, and say themselves what they are.
  const video = message.video ?? message.video_note ?? message.animation ?? message.live_photo;
  if (video) return describe("video", video);
  // The sizes of one photo, the largest last.
  const largest = photo?.at(-1);
  if (largest) return describe("photo", { ...largest, mime_type: "image/jpeg" });
  const sound = voice ?? audio;
  if (sound) return describe("voice", sound);
  return document && describe("file", document);
}

/** The fields that Telegram's files have in common. */
interface TelegramFile {
  file_id: string;
  file_name?: string;
  mime_type?: string;
  file_size?: number;
}

function describe(kind: Attachment["kind"], file: TelegramFile): Attachment {
  const { file_id: id, file_name: name, mime_type: mediaType, file_size: sizeBytes } = file;
  return {
    kind,
    ref: `telegram:${id}`,
    ...(name !== undefined && { name }),
    ...(mediaType !== undefined && { mediaType }),
    ...(sizeBytes !== undefined && { sizeBytes }),
  };
}

function readPosition({ venue, location }: Message): InboundContent | undefined {
  // A venue comes with its location too.
  const place = venue?.location ?? location;
  if (!place) return undefined;
  const { latitude, longitude } = place;
  const title = venue && [venue.title, venue.address].filter(Boolean).join(", ");
  return { kind: "position", latitude, longitude, ...(title && { title }) };
}
