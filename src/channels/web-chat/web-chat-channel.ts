import type { Channel } from "../../conversation/delivery/channel.ts";

/** The web chat reads the outbox itself: a reply that stands there has arrived. */
export const webChatChannel: Channel = {
  name: "web",
  send: async () => ({ kind: "sent" }),
};
