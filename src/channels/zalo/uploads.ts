import { createHash } from "node:crypto";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { UploadedFile } from "./zalo-client/http-root.ts";
import { zaloFacts } from "./zalo-client/zalo-facts.ts";
import type { ZaloOaClient } from "./zalo-client/zalo-oa-client.ts";

type UploadKind = "image" | "gif" | "file";

/** Remembers which files Zalo has, by the digest of their bytes. Its functions throw StoreUnavailableError. */
export interface UploadCache {
  /** The handle of a file that was uploaded after `since`. */
  find(digest: string, kind: UploadKind, since: Date): Promise<string | undefined>;
  keep(upload: { digest: string; kind: UploadKind; handle: string; at: Date }): Promise<void>;
}

export interface Uploaded {
  kind: UploadKind;
  /** What a message names it by. */
  handle: string;
}

/**
 * Has Zalo keep a file, once however often it is sent. Undefined: of a type or size that Zalo does not take. Throws
 * ZaloRefusal and ZaloAwayError.
 */
export type Upload = (file: UploadedFile) => Promise<Uploaded | undefined>;

export function createUpload(client: ZaloOaClient, cache: UploadCache, clock: Clock): Upload {
  return async (file) => {
    const kind = uploadKind(file.mediaType);
    if (!kind || file.bytes.length > zaloFacts.uploads[kind]) return undefined;
    const digest = createHash("sha256").update(file.bytes).digest("hex");
    const since = new Date(clock().getTime() - zaloFacts.uploadLifeMs);
    const known = await cache.find(digest, kind, since);
    if (known !== undefined) return { kind, handle: known };
    const handle = await upload(client, kind, file);
    await cache.keep({ digest, kind, handle, at: clock() });
    return { kind, handle };
  };
}

function upload(client: ZaloOaClient, kind: UploadKind, file: UploadedFile): Promise<string> {
  switch (kind) {
    case "image":
      return client.uploadImage(file);
    case "gif":
      return client.uploadGif(file);
    case "file":
      return client.uploadFile(file);
  }
}

/** What Zalo takes a file of this type as; undefined: not at all. */
export function uploadKind(mediaType: string): UploadKind | undefined {
  if (mediaType === "image/jpeg" || mediaType === "image/png") return "image";
  if (mediaType === "image/gif") return "gif";
  return zaloFacts.fileTypes.some((type) => type === mediaType) ? "file" : undefined;
}
