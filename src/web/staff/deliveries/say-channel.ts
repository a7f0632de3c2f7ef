import type { MessageKey } from "../../../wording/wording.ts";
import type { PageSay } from "../../page-language.ts";

const names: Partial<Record<string, MessageKey & `deliveries-channel-${string}`>> = {
  telegram: "deliveries-channel-telegram",
  zalo: "deliveries-channel-zalo",
  "zalo-bot": "deliveries-channel-zalo-bot",
  web: "deliveries-channel-web",
};

/** A channel as those call it who run the service: an Official Account and a bot of Zalo's are two. */
export function sayChannel(say: PageSay, channel: string): string {
  const key = names[channel];
  return key ? say(key) : channel;
}
