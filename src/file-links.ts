import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Config } from "./config/config.ts";
import type { Clock } from "./domain/vietnam-time.ts";

/** Addresses of files for people whose channel does not carry them. */
export interface FileLinks {
  /** Undefined where nobody reaches us, or nothing secret is configured to sign with. */
  linkTo: (attachmentId: string) => string | undefined;
  /** The attachment that a link's last part names; undefined: none of ours, or its time is over. */
  open: (token: string) => string | undefined;
}

const lifetimeSeconds = 60 * 60;

/** Signed, and good for an hour: whoever has the address may open the file. */
export function createFileLinks(config: Config, clock: Clock): FileLinks {
  const { publicUrl } = config.http;
  const secret = config.secretKey ?? config.zalo?.appSecret ?? config.zaloBot?.token;
  if (publicUrl === undefined || secret === undefined)
    return { linkTo: () => undefined, open: () => undefined };
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "motcua file links", 32));
  const sign = (named: string) => createHmac("sha256", key).update(named).digest();
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);

  return {
    linkTo(attachmentId) {
      const named = `${attachmentId}.${nowSeconds() + lifetimeSeconds}`;
      return new URL(`/tep/${named}.${sign(named).toString("base64url")}`, publicUrl).href;
    },
    open(token) {
      const [, named, id, until, signature] = /^((\d{1,18})\.(\d{1,12}))\.([\w-]{43})$/.exec(token) ?? [];
      if (!named || !signature || Number(until) < nowSeconds()) return undefined;
      return timingSafeEqual(Buffer.from(signature, "base64url"), sign(named)) ? id : undefined;
    },
  };
}
