import type { Part } from "../rendering/render-reply.ts";
import { plainText } from "../rendering/styled-text.ts";
import type { OaMessage } from "./zalo-client/oa-message.ts";

/** Marks a text that Zalo sends us when a button was pressed: nobody types this. */
export const pressPrefix = "#m:";

/** One part of a reply as /message/cs takes it. `quoted`: the message that it answers, which makes it free. */
export function writeMessage({ text, rows }: Part, quoted: string | undefined): OaMessage {
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
