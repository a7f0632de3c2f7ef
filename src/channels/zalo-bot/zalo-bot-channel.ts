import { atOnce, type Channel } from "../../conversation/delivery/channel.ts";
import type { Capabilities, LinkToFile } from "../rendering/capabilities.ts";
import { renderPlainText } from "../rendering/render-reply.ts";
import { outcomeOfFailure } from "../zalo/zalo-client/zalo-errors.ts";
import { zaloFacts } from "../zalo/zalo-client/zalo-facts.ts";
import type { ZaloBotClient } from "./zalo-bot-client.ts";

const zaloBotCapabilities: Capabilities = {
  textLimit: 2000,
  tableColumns: 0,
  hasLinks: false,
  takesFile: () => false,
  buttons: null,
};

/** Sends replies as plain texts, at least once: one that fails midway is sent again from its first. */
export function createZaloBotChannel(client: ZaloBotClient, linkTo: LinkToFile): Channel {
  return {
    name: "zalo-bot",
    limits: { channel: zaloFacts.pace.channel, chat: () => zaloFacts.pace.chat },
    async send({ conversationId, reply }, inTurn = atOnce) {
      const texts = renderPlainText(reply, { ...zaloBotCapabilities, linkTo });
      if (!texts.length) return { kind: "undeliverable", reason: "nothing to say" };
      try {
        for (const text of texts) await inTurn(() => client.sendMessage(conversationId, text));
        return { kind: "sent" };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
  };
}
