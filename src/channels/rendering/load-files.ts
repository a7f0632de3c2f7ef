import type { AttachmentStore } from "../../conversation/attachments/attachment-store.ts";
import type { DeliveryOutcome } from "../../conversation/delivery/channel.ts";
import type { FileBlock } from "../../conversation/reply.ts";
import type { Capabilities } from "./capabilities.ts";
import type { Part } from "./render-reply.ts";
import { writeBlock } from "./write-blocks.ts";

export interface LoadedPart extends Part {
  file?: LoadedFile;
}

interface LoadedFile extends FileBlock {
  bytes: Buffer;
}

/** What somebody sent may still be on its way from their platform to us. */
export const fileNotHereYet: DeliveryOutcome = { kind: "retry", afterMs: 5000, reason: "file not here yet" };

/**
 * Parts with the bytes of their files; undefined while some are on their way. A file that is here no more, or never will
 * be, is spoken of instead. Throws StoreUnavailableError.
 */
export async function loadFiles(
  parts: readonly Part[],
  attachments: Pick<AttachmentStore, "read">,
  capabilities: Capabilities,
): Promise<LoadedPart[] | undefined> {
  const loaded: LoadedPart[] = [];
  for (const { file, ...part } of parts) {
    const stored = file && (await attachments.read(file.attachmentId));
    if (stored && !stored.content && !stored.failure) return undefined;
    if (!file) loaded.push(part);
    else if (stored?.content) loaded.push({ ...part, file: { ...file, bytes: stored.content } });
    else loaded.push({ ...part, text: writeBlock(file, { ...capabilities, linkTo: () => undefined }) });
  }
  return loaded;
}
