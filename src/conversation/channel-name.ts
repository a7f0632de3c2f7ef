import type { Language, Say } from "../wording/wording.ts";

const keys: Partial<Record<string, "channel-telegram" | "channel-zalo" | "channel-web">> = {
  telegram: "channel-telegram",
  zalo: "channel-zalo",
  "zalo-bot": "channel-zalo",
  web: "channel-web",
};

/** A channel as people call it. */
export function channelName(say: Say, language: Language, channel: string): string {
  return say(language, keys[channel] ?? "channel-other");
}
