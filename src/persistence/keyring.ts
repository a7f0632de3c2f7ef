import { createHmac, hkdfSync } from "node:crypto";
import { seal, unseal } from "./sealed-text.ts";

/** Nothing can be sealed or opened without a key. */
export class MissingKeyError extends Error {
  override name = "MissingKeyError";
}

/** Seals what people's rows hold, with the newest key; opens what any known key sealed. */
export interface Keyring {
  /** What is written is sealed with this key; undefined: there is none, and nothing can be sealed. */
  readonly currentId: string | undefined;
  readonly ids: readonly string[];
  /** `enc:<key>:<sealed>`. The purpose is the table and column, so that no value passes for another's. Throws MissingKeyError. */
  seal(text: string, purpose: string): string;
  /**
   * The same text gives the same value, so that rows can be compared without being opened: the nonce is a keyed digest of
   * the text. Without a key it comes back as it is.
   */
  sealSame(text: string, purpose: string): string;
  /** What was never sealed comes back as it is. Throws MissingKeyError for an unknown key, BrokenSealError for what was altered. */
  open(value: string, purpose: string): string;
}

const form = /^enc:([0-9a-f]{8}):([\w-]+)$/;

/** What every value that this key sealed begins with. */
export function sealPrefix(keyId: string): string {
  return `enc:${keyId}:`;
}

/** `keys`: 32 bytes each, the newest first. */
export function createKeyring(keys: readonly Uint8Array[]): Keyring {
  const known = new Map(keys.map((key) => [keyId(key), deriveKey(key)]));
  const nonceKeys = new Map(keys.map((key) => [keyId(key), deriveKey(key, "nonces")]));
  const [currentId] = known.keys();
  return {
    currentId,
    ids: [...known.keys()],
    seal(text, purpose) {
      if (currentId === undefined)
        throw new MissingKeyError("MOTCUA_SECRET_KEY is not set: nothing can be sealed.");
      return sealPrefix(currentId) + seal(text, known.get(currentId)!, purpose).toString("base64url");
    },
    sealSame(text, purpose) {
      if (currentId === undefined) return text;
      const key = known.get(currentId)!;
      const nonce = createHmac("sha256", nonceKeys.get(currentId)!).update(`${purpose}\0${text}`).digest();
      return sealPrefix(currentId) + seal(text, key, purpose, nonce.subarray(0, 12)).toString("base64url");
    },
    open(value, purpose) {
      const [, id, sealed] = form.exec(value) ?? [];
      if (id === undefined) return value;
      const key = known.get(id);
      if (!key)
        throw new MissingKeyError(
          `Key ${id} is needed and not among MOTCUA_SECRET_KEY and MOTCUA_FORMER_KEYS.`,
        );
      return unseal(Buffer.from(sealed!, "base64url"), key, purpose);
    },
  };
}

/** By which a key is told from others; it says nothing of the key. */
function keyId(key: Uint8Array): string {
  return createHmac("sha256", key).update("motcua key id").digest("hex").slice(0, 8);
}

function deriveKey(key: Uint8Array, purpose = "personal columns"): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, "", `motcua ${purpose}`, 32));
}
