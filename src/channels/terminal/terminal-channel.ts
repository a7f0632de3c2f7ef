import type { Channel } from "../channel.ts";
import type { Capabilities } from "../rendering/capabilities.ts";
import { renderPlainText } from "../rendering/render-reply.ts";

export const terminalCapabilities: Capabilities = {
  textLimit: Infinity,
  tableColumns: 100,
  hasLinks: false,
  buttons: null,
};

/** Prints replies as plain text, buttons as numbered choices, with a blank line after each. */
export function createTerminalChannel(output: { write(text: string): unknown }): Channel {
  return {
    name: "terminal",
    async send({ reply }) {
      for (const text of renderPlainText(reply, terminalCapabilities)) output.write(`${text}\n\n`);
      return { kind: "sent" };
    },
  };
}
