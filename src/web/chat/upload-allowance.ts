import type { Upload } from "../../conversation/attachments/attachment-store.ts";
import { Refusal } from "../refusal.ts";
import type { ChatTools } from "./chat-tools.ts";
import type { UploadedFile } from "./read-uploads.ts";

const hourMs = 60 * 60_000;
const megabyte = 1024 * 1024;
/** What one conversation may upload in an hour. */
const allowance = { count: 60, sizeBytes: 200 * megabyte };

/** Keeps the files of one conversation; refuses when it has uploaded its hour's worth. */
export function createKeeper(
  conversation: Upload["conversation"],
  { ports, clock }: ChatTools,
): (file: UploadedFile) => Promise<string> {
  return async (file) => {
    const now = clock();
    const { count, sizeBytes } = await ports.attachments.uploadedSince(
      conversation,
      new Date(now.getTime() - hourMs),
    );
    if (count >= allowance.count || sizeBytes + file.content.length > allowance.sizeBytes)
      throw new Refusal(429, {
        key: "web-error-uploads-allowance",
        values: { count: String(allowance.count), limit: String(allowance.sizeBytes / megabyte) },
      });
    const searched = await ports.searchFile?.(file.content);
    if (searched?.kind === "infected")
      throw new Refusal(422, { key: "web-error-file-infected", values: { name: file.name ?? "" } });
    // With nobody there to look it is taken all the same, and opened to nobody until it was searched.
    return ports.attachments.keep({ conversation, ...file, isHeld: searched?.kind === "away" }, now);
  };
}
