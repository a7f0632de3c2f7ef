import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const cipherName = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** What was sealed was sealed with another key, or for another purpose, or was changed since. */
export class BrokenSealError extends Error {
  override name = "BrokenSealError";
}

/** Text under AES-256-GCM: nonce, tag, ciphertext. `purpose` must be the same to open it. `key`: 32 bytes. */
export function seal(
  text: string,
  key: Uint8Array,
  purpose: string,
  nonce: Uint8Array = randomBytes(nonceBytes),
): Buffer {
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws BrokenSealError. */
export function unseal(sealed: Uint8Array, key: Uint8Array, purpose: string): string {
  try {
    const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, nonceBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = decipher.update(sealed.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch (error) {
    throw new BrokenSealError("The key does not open this.", { cause: error });
  }
}
