import { z } from "zod";

/** Text that is a URL of one of these schemes. */
export const url = (schemes: string[]) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => URL.canParse(text) && text.startsWith(`${scheme}://`)), {
      error: `must be a URL starting with ${schemes.map((s) => `${s}://`).join(" or ")}`,
    });
