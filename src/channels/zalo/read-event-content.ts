import { z } from "zod";
import type { Attachment, InboundContent } from "../../conversation/inbound-message.ts";
import { pressPrefix } from "./write-message.ts";
import type { ZaloEvent } from "./zalo-event.ts";

/** The content, or the reason why there is none for us. */
export function readEventContent({ event_name: name, message }: ZaloEvent): InboundContent | string {
  const text = message?.text ?? "";
  const payload = message?.attachments[0]?.payload ?? {};
  switch (name) {
    case "follow":
    case "user_click_chatnow":
      return { kind: "button", say: "/start" };
    case "user_send_text":
    case "user_click_button":
      return readWords(text);
    case "user_send_image":
    case "user_send_gif":
      return readMedia("photo", message);
    case "user_send_file":
      return readMedia("file", message);
    case "user_send_audio":
      return readMedia("voice", message);
    case "user_send_video":
      return readMedia("video", message);
    case "user_send_location":
      return readPosition(payload) ?? "a position without coordinates";
    case "user_send_link":
      return readWords(text || (linkSchema.safeParse(payload).data?.url ?? ""));
    case "user_send_sticker":
      return { kind: "unsupported", what: "sticker" };
    case "user_send_business_card":
      return { kind: "unsupported", what: "business card" };
    default:
      return `${name} is not read`;
  }
}

function readWords(text: string): InboundContent | string {
  if (text.startsWith(pressPrefix)) return { kind: "button", say: text.slice(pressPrefix.length) };
  return text ? { kind: "text", text } : "empty message";
}

function readMedia(kind: Attachment["kind"], message: ZaloEvent["message"]): InboundContent | string {
  const attachments = (message?.attachments ?? []).flatMap(({ payload }) => readAttachment(kind, payload));
  const text = message?.text;
  return attachments.length ? { kind: "media", ...(text && { text }), attachments } : "no attachment";
}

const linkSchema = z.object({ url: z.string() });

const fileSchema = z.object({
  url: z.url(),
  name: z.string().optional().catch(undefined),
  size: z.coerce.number().int().nonnegative().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
});

function readAttachment(kind: Attachment["kind"], payload: Record<string, unknown>): Attachment[] {
  const { data } = fileSchema.safeParse(payload);
  if (!data) return [];
  const { url, name, size, type } = data;
  return [
    {
      kind,
      ref: `zalo:${url}`,
      ...(name && { name }),
      ...(type && { mediaType: type }),
      ...(size !== undefined && { sizeBytes: size }),
    },
  ];
}

const degrees = (most: number) => z.coerce.number().min(-most).max(most);
const positionSchema = z.object({
  coordinates: z.object({ latitude: degrees(90), longitude: degrees(180) }),
});

function readPosition(payload: Record<string, unknown>): InboundContent | undefined {
  const { data } = positionSchema.safeParse(payload);
  return data && { kind: "position", ...data.coordinates };
}
