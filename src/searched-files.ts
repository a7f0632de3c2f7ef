import type { ExamineFetched } from "./conversation/attachments/fetch-attachments.ts";
import type { HeldAttachmentStore } from "./conversation/attachments/attachment-store.ts";
import type { SearchFile } from "./files/clamd.ts";
import { examineFile } from "./files/examine-file.ts";

/**
 * Judges what a platform sent. Of any kind it may be, since people send what they have, and pages let it be saved and not
 * opened; but not two kinds at once, not made to swell, and without malware.
 */
export function createExamination(search: SearchFile | undefined): ExamineFetched {
  return async (content) => {
    const verdict = await examineFile(content);
    if (verdict.kind === "unfit" && ["bomb", "two-in-one"].includes(verdict.fault))
      return { kind: "unfit", reason: `not kept: ${verdict.fault}` };
    const searched = await search?.(content);
    if (searched?.kind === "infected") return { kind: "unfit", reason: malware(searched.name) };
    return { kind: searched?.kind === "away" ? "held" : "fit" };
  };
}

const atOnce = 10;

/** Searches what waits for it, until the searcher is away again; with none configured any more, nothing waits. */
export async function searchHeldFiles(
  files: HeldAttachmentStore,
  search: SearchFile | undefined,
): Promise<void> {
  for (const { id, content } of await files.held(atOnce)) {
    const searched = (await search?.(content)) ?? { kind: "clean" };
    if (searched.kind === "away") return;
    if (searched.kind === "infected") await files.condemn(id, malware(searched.name));
    else await files.release(id);
  }
}

function malware(name: string): string {
  return `malware: ${name}`;
}
