import type { InboundContent } from "../../conversation/inbound-message.ts";
import { Refusal } from "../refusal.ts";

const longestText = 4_000;
const longestLabel = 200;
const messageIdPattern = /^[A-Za-z0-9-]{16,64}$/;
/** What Button.say allows. */
const sayPattern = /^[ -~]{1,64}$/;

/** The body of `POST /chat/messages`, as JSON or as a form: `{id, text}` or `{id, say, label}`. Refuses anything else. */
export function readMessage(body: unknown): { id: string; content: InboundContent } {
  const { id, text, say, label } = Object(body) as Record<string, unknown>;
  if (typeof id !== "string" || !messageIdPattern.test(id))
    throw new Refusal(400, { key: "web-error-message-id" });
  return { id, content: say === undefined ? readText(text) : readButton(say, label) };
}

/** What was typed, as it came, to be shown again. */
export function typedText(body: unknown): string {
  const { text } = Object(body) as Record<string, unknown>;
  return typeof text === "string" ? text : "";
}

function readText(value: unknown): InboundContent {
  const text = typeof value === "string" ? withoutControls(value) : "";
  if (!text) throw new Refusal(422, { key: "web-error-empty" });
  const length = Array.from(text).length;
  if (length > longestText)
    throw new Refusal(422, {
      key: "web-error-too-long",
      values: { length: String(length), limit: String(longestText) },
    });
  return { kind: "text", text };
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
