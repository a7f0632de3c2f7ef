import { z } from "zod";

const keyBytes = 32;
const expected = "32 bytes as 64 hexadecimal digits or as base64 (openssl rand -base64 32)";

function readKey(text: string): Uint8Array {
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
}
const isKey = (key: Uint8Array) => key.length === keyBytes;

/** What `environmentSchema` has for keys that seal what is secret or personal in the database. */
export const keyVariables = {
  MOTCUA_SECRET_KEY: z
    .string()
    .transform(readKey)
    .refine(isKey, { error: `must be ${expected}` })
    .optional(),
  MOTCUA_FORMER_KEYS: z
    .string()
    .transform((text) => text.split(",").map((one) => readKey(one.trim())))
    .refine((keys) => keys.every(isKey), { error: `must be keys parted by commas, each ${expected}` })
    .default([]),
};

/** Keys of before without one of now would seal nothing. */
export function keyContradictions(environment: {
  MOTCUA_SECRET_KEY?: Uint8Array | undefined;
  MOTCUA_FORMER_KEYS: readonly Uint8Array[];
}): string[] {
  return environment.MOTCUA_FORMER_KEYS.length && !environment.MOTCUA_SECRET_KEY
    ? ["MOTCUA_SECRET_KEY must be set when MOTCUA_FORMER_KEYS is: it is the key that took their place."]
    : [];
}
