import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "./refusal.ts";
import type { AttachmentStore, StoredAttachment } from "../conversation/attachments/attachment-store.ts";

const betweenTriesMs = 250;
const mostTries = 80;

/** What a reply shows may still be being drawn: the browser waits with us, for as long as a page may load. Refuses what waits to be searched. */
export async function readWhenMade(
  attachments: Pick<AttachmentStore, "read">,
  id: string,
): Promise<StoredAttachment | undefined> {
  for (let tries = 0; ; tries++) {
    const stored = await attachments.read(id);
    if (stored?.isHeld) throw new Refusal(409, { key: "web-error-file-held" });
    if (!stored || stored.content || stored.failure || tries === mostTries) return stored;
    await wait(betweenTriesMs);
  }
}
