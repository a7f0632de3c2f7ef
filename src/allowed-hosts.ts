import type { Config } from "./config/config.ts";

/** Where requests may go, as far as the configuration tells; see createOutbound. */
export function allowedHosts({ auditHeads, zalo, zaloBot, openId, zaloFileHosts }: Config): {
  configured: string[];
  named: string[];
} {
  const configured = [auditHeads.url, zalo?.apiRoot, zaloBot?.apiRoot, openId?.issuer];
  return { configured: configured.filter((url) => url !== undefined), named: zaloFileHosts };
}
