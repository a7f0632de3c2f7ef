import type { Attachment } from "../../conversation/inbound-message.ts";

export const largestFileMegabytes = 10;
export const mostFiles = 10;

/** What the file dialog offers. What a file truly is, its bytes say. */
export const offeredTypes = "image/jpeg,image/png,image/webp,image/heic,.heic,.pdf,.doc,.docx,audio/*";

const kinds: Record<string, Attachment["kind"]> = {
  "image/jpeg": "photo",
  "image/png": "photo",
  "image/webp": "photo",
  "image/heic": "photo",
  "image/heif": "photo",
  "application/pdf": "file",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "file",
};

/** The stream that makes a compound file (which spreadsheets and installers are too) a Word document. */
const wordStream = Buffer.from("WordDocument", "utf16le");

/** What the bytes say a file is, whatever it is called; undefined when it is nothing that is accepted. */
export async function recognise(
  content: Buffer,
): Promise<{ kind: Attachment["kind"]; mediaType: string } | undefined> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(content);
  // Without parameters, as in `audio/ogg; codecs=opus`.
  const mediaType = found?.mime.split(";")[0];
  if (mediaType === undefined) return undefined;
  if (mediaType === "application/x-cfb")
    return content.includes(wordStream) ? { kind: "file", mediaType: "application/msword" } : undefined;
  const kind = mediaType.startsWith("audio/") ? "voice" : kinds[mediaType];
  return kind && { kind, mediaType };
}
