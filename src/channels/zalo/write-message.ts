import type { Part } from "../rendering/render-reply.ts";
import { plainText } from "../rendering/styled-text.ts";
import type { Uploaded } from "./uploads.ts";
import type { OaMessage } from "./zalo-client/oa-message.ts";

/** Marks a text that Zalo sends us when a button was pressed: nobody types this. */
export const pressPrefix = "#m:";

/** One part of a reply as /message/cs takes it. `quoted`: the message that it answers, which makes it free. */
export function writeMessage(
  { text, rows }: Pick<Part, "text" | "rows">,
  quoted: string | undefined,
): OaMessage {
  const buttons = rows.flat().map(({ label, say }) => ({
    title: label,
    type: "oa.query.hide" as const,
    payload: pressPrefix + say,
  }));
  return {
    text: plainText(text),
    ...(quoted && { quote_message_id: quoted }),
    ...(buttons.length && { attachment: { type: "template", payload: { buttons } } }),
  };
}

/** A file that Zalo has, as /message/cs takes it. A document stands alone, a picture may have a line under it. */
export function writeFileMessage(
  { kind, handle }: Uploaded,
  { text }: Pick<Part, "text">,
  quoted: string | undefined,
): OaMessage {
  const quote = quoted && { quote_message_id: quoted };
  if (kind === "file") return { ...quote, attachment: { type: "file", payload: { token: handle } } };
  return {
    text: plainText(text),
    ...quote,
    attachment: {
      type: "template",
      payload: { template_type: "media", elements: [{ media_type: kind, attachment_id: handle }] },
    },
  };
}
