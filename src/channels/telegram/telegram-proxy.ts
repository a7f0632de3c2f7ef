import type { Agent } from "node:http";
import { HttpsProxyAgent } from "https-proxy-agent";

/** Leads every connection through a proxy (HTTP CONNECT), for networks that do not let Telegram through. */
export function createProxyAgent(proxy: string): Agent {
  return new HttpsProxyAgent(proxy, { keepAlive: true });
}
