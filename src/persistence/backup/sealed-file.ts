import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BackupError } from "./backup-error.ts";

// A file of ours: whether it is sealed, the nonce, the content (gzip, then AES-256-GCM), the seal.

const plainMark = Buffer.from("MOTCUA-BACKUP-1\n");
const sealedMark = Buffer.from("MOTCUA-SEALED-1\n");
const nonceBytes = 12;
const tagBytes = 16;

/** Writes the content compressed and, with a key of 32 bytes, sealed; the file appears when it is whole. */
export async function writeSealedFile(
  path: string,
  key: Uint8Array | undefined,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const draft = `${path}.part`;
  const nonce = randomBytes(nonceBytes);
  const cipher = key && createCipheriv("aes-256-gcm", key, nonce);
  try {
    const file = createWriteStream(draft, { mode: 0o600, flags: "w" });
    file.write(cipher ? Buffer.concat([sealedMark, nonce]) : plainMark);
    await pipeline([Readable.from(content), createGzip(), ...(cipher ? [cipher] : []), file]);
    if (cipher) await append(draft, cipher.getAuthTag());
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Reads it back, after a first reading to its end has proved it whole. Throws BackupError when it is none of ours, needs a
 * key, or was altered.
 */
export async function readSealedFile(
  path: string,
  key: Uint8Array | undefined,
): Promise<AsyncIterable<Buffer>> {
  for await (const _ of await unsealed(path, key));
  return unsealed(path, key);
}

async function unsealed(path: string, key: Uint8Array | undefined): Promise<AsyncIterable<Buffer>> {
  const { mark, nonce, tag, size } = await readFrame(path);
  const isSealed = mark.equals(sealedMark);
  if (!isSealed && !mark.equals(plainMark)) throw new BackupError(`${path} is no backup of motcua.`);
  if (isSealed && !key)
    throw new BackupError("The backup is sealed: set MOTCUA_SECRET_KEY to the key it was made with.");
  const start = isSealed ? sealedMark.length + nonceBytes : plainMark.length;
  const end = Math.max(start, isSealed ? size - tagBytes - 1 : size - 1);
  const opener = isSealed ? [createDecipheriv("aes-256-gcm", key!, nonce).setAuthTag(tag)] : [];
  const content = createGunzip();
  // What fails on the way makes reading the content fail.
  pipeline([createReadStream(path, { start, end }), ...opener, content]).catch(() => undefined);
  return refusing(content, "The backup was altered or cut off, or the key is another.");
}

async function* refusing(stage: AsyncIterable<unknown>, why: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stage) yield chunk as Buffer;
  } catch {
    throw new BackupError(why);
  }
}

async function append(path: string, bytes: Buffer): Promise<void> {
  await using file = await open(path, "a");
  await file.write(bytes);
  await file.sync();
}

async function readFrame(path: string) {
  await using file = await open(path).catch((error: Error) => {
    throw new BackupError(`The backup cannot be read: ${error.message}`);
  });
  const { size } = await file.stat();
  const bytes = async (length: number, position: number) =>
    (await file.read(Buffer.alloc(length), 0, length, Math.max(0, position))).buffer;
  return {
    size,
    mark: await bytes(sealedMark.length, 0),
    nonce: await bytes(nonceBytes, sealedMark.length),
    tag: await bytes(tagBytes, size - tagBytes),
  };
}
