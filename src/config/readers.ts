import { isIP } from "node:net";
import { z } from "zod";

/** Text that is a URL of one of these schemes. */
export const url = (schemes: string[]) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => URL.canParse(text) && text.startsWith(`${scheme}://`)), {
      error: `must be a URL starting with ${schemes.map((s) => `${s}://`).join(" or ")}`,
    });

/** Things parted by commas, each as `isGood` wants it. */
export const listOf = (isGood: (one: string) => boolean, error: string) =>
  z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((all) => all.every(isGood), { error });

/** An address, a network, or one of the names that the web server knows. */
export function isNetwork(text: string): boolean {
  const [address = "", length = "32"] = text.split("/");
  return /^(loopback|linklocal|uniquelocal)$/.test(text) || (isIP(address) !== 0 && /^\d{1,3}$/.test(length));
}

export function isHost(text: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);
}

export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
