import type { Attachment, InboundContent } from "../../conversation/inbound-message.ts";
import { Refusal } from "../refusal.ts";

const longestText = 4_000;
const longestLabel = 200;
const messageIdPattern = /^[A-Za-z0-9-]{16,64}$/;
/** What Button.say allows. */
const sayPattern = /^[ -~]{1,64}$/;

/**
 * The body of `POST /chat/messages`, as JSON or as a form: `{id, text}`, `{id, say, label}` or `{id, latitude,
 * longitude}`; beside files the text may be empty. Refuses anything else.
 */
export function readMessage(
  body: unknown,
  attachments: Attachment[],
): { id: string; content: InboundContent } {
  const { id, text, say, label, latitude, longitude } = Object(body) as Record<string, unknown>;
  if (typeof id !== "string" || !messageIdPattern.test(id))
    throw new Refusal(400, { key: "web-error-message-id" });
  if (attachments.length) return { id, content: readMedia(text, attachments) };
  if (latitude !== undefined) return { id, content: readPosition(latitude, longitude) };
  return { id, content: say === undefined ? readText(text) : readButton(say, label) };
}

/** What was typed, as it came, to be shown again. */
export function typedText(body: unknown): string {
  const { text } = Object(body) as Record<string, unknown>;
  return typeof text === "string" ? text : "";
}

function readText(value: unknown): InboundContent {
  const text = readWords(value);
  if (!text) throw new Refusal(422, { key: "web-error-empty" });
  return { kind: "text", text };
}

function readMedia(value: unknown, attachments: Attachment[]): InboundContent {
  const text = readWords(value);
  return { kind: "media", ...(text && { text }), attachments };
}

function readWords(value: unknown): string {
  const text = typeof value === "string" ? withoutControls(value) : "";
  const length = Array.from(text).length;
  if (length > longestText)
    throw new Refusal(422, {
      key: "web-error-too-long",
      values: { length: String(length), limit: String(longestText) },
    });
  return text;
}

function readPosition(latitude: unknown, longitude: unknown): InboundContent {
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180))
    throw new Refusal(422, { key: "web-error-position" });
  return { kind: "position", latitude, longitude };
}

function isWithin(degrees: unknown, most: number): degrees is number {
  return typeof degrees === "number" && Math.abs(degrees) <= most;
}

function readButton(say: unknown, label: unknown): InboundContent {
  const isGood = typeof say === "string" && sayPattern.test(say) && isLabel(label);
  if (!isGood) throw new Refusal(422, { key: "web-error-button" });
  return { kind: "button", say, ...(label !== undefined && { label: withoutControls(label) }) };
}

function isLabel(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value.length <= longestLabel);
}

/** Line breaks and tabs stay; forms send line breaks as CR LF. Half a surrogate pair is no text: PostgreSQL refuses it. */
function withoutControls(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, "")
    .trim();
}
