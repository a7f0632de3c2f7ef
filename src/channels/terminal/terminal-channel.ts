import type { Channel } from "../../conversation/delivery/channel.ts";
import type { Capabilities } from "../rendering/capabilities.ts";
import { renderPlainText } from "../rendering/render-reply.ts";

export const terminalCapabilities: Capabilities = {
  textLimit: Infinity,
  tableColumns: 100,
  hasLinks: false,
  takesFile: () => false,
  buttons: null,
};

/** Prints replies as plain text, buttons as numbered choices, with a blank line after each. */
export function createTerminalChannel(output: { write(text: string): unknown }): Channel {
  return {
    name: "terminal",
    async send({ reply }) {
      const texts = renderPlainText(reply, terminalCapabilities);
      for (const text of texts) output.write(`${text}\n\n`);
      return texts.length ? { kind: "sent" } : { kind: "undeliverable", reason: "nothing to say" };
    },
  };
}
