import { findCaseCode } from "../domain/feedback/case-code.ts";
import { readDossierCode } from "../domain/dossiers/dossier-code.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { InboundContent, InboundMessage } from "./inbound-message.ts";
import type { HandleMessage } from "./turn.ts";

/** A photo whose bytes are here, and whose code is to be read. */
export interface PhotoToRead {
  attachmentId: string;
  channel: string;
  conversationId: string;
  /** Absent: the bytes will never be here. */
  content?: Buffer;
}

/** Photos in which codes are to be read. Its functions throw StoreUnavailableError. */
export interface PhotoReadingStore {
  /** Has the code of this photo read once its bytes are here. */
  ask(attachmentId: string, now: Date): Promise<void>;
  /** Some that wait, of which the bytes are here or never will be. */
  waiting(limit: number): Promise<PhotoToRead[]>;
  settle(attachmentId: string, code: string | undefined, now: Date): Promise<void>;
}

export interface PhotoCodePorts {
  readings: PhotoReadingStore;
  /** The texts of the QR codes and barcodes in a photo. */
  readCodes: (photo: Uint8Array) => Promise<string[]>;
  handleMessage: HandleMessage;
  clock: () => Date;
}

/** What stands for a photo in which nothing could be read. */
const unreadablePhoto = "/anhkhongro";

const atOnce = 5;

/** Whether what was sent is a photo alone, outside any form: most likely of a receipt. */
export function mayShowCode(content: InboundContent, state: ConversationState): boolean {
  return (
    content.kind === "media" &&
    content.text === undefined &&
    !state.form &&
    content.attachments[0]?.kind === "photo" &&
    (content.album === undefined || content.album !== state.album)
  );
}

/**
 * Reads the codes in photos that wait, and answers as if each had been typed: the message is named after the photo, so
 * that it is answered once however often this runs. Returns how many were read.
 */
export async function readPhotoCodes({
  readings,
  readCodes,
  handleMessage,
  clock,
}: PhotoCodePorts): Promise<number> {
  const waiting = await readings.waiting(atOnce);
  for (const { attachmentId, channel, conversationId, content } of waiting) {
    const code = content && codeIn(await readCodes(content));
    const message: InboundMessage = {
      id: `photo-${attachmentId}`,
      channel,
      conversationId,
      content: { kind: "button", say: code ?? unreadablePhoto, ...(code && { label: code }) },
      sentAt: clock(),
    };
    await handleMessage(message);
    await readings.settle(attachmentId, code, clock());
  }
  return waiting.length;
}

/** The first code of a dossier or of a matter, in whatever stands around it: an address, a line of a receipt. */
function codeIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const code = readDossierCode(decoded(text)) ?? findCaseCode(decoded(text))?.code;
    if (code !== undefined) return code;
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
