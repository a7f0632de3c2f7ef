import type { Language } from "../../wording/wording.ts";
import type { Attachment } from "../inbound-message.ts";

/** After this long an upload whose message never came is forgotten. */
export const strayUploadLifetimeMs = 24 * 60 * 60_000;

/** So long a file that a reply showed can be opened again. */
export const orderedFileLifetimeMs = 30 * 24 * 60 * 60_000;

/** A file somebody sends through a page of ours, its bytes in hand. */
export interface Upload {
  conversation: { channel: string; conversationId: string; language?: Language };
  kind: Attachment["kind"];
  name?: string;
  /** What its bytes say it is. */
  mediaType: string;
  content: Buffer;
  /** Nobody has searched it for malware yet: it is kept, and opened to nobody. */
  isHeld?: boolean;
}

/** One attachment as it is kept. */
export interface StoredAttachment {
  id: string;
  kind: Attachment["kind"];
  name?: string;
  mediaType?: string;
  /** Waits to be searched for malware; there is no content until then. */
  isHeld?: boolean;
  /** Absent while the bytes are not here; `failure` says why they never will be. */
  content?: Buffer;
  failure?: string;
}

/** An attachment whose bytes are still with the platform. */
export interface AwaitedAttachment {
  id: string;
  ref: string;
  /** This try counted. */
  attempts: number;
}

/** A file of ours that a reply will show, to be made by whoever knows what its ref asks for. */
interface OrderedFile {
  kind: "photo" | "file";
  /** `report:…` */
  ref: string;
  name: string;
  mediaType: string;
}

/** Keeps what was sent. Ids are digits. Its functions throw StoreUnavailableError. */
export interface AttachmentStore {
  /** Keeps the bytes of an upload; its message names it as `stored:<id>`. Returns the id. */
  keep(upload: Upload, now: Date): Promise<string>;
  /** Has a file made that a reply will name, and returns its id. */
  order(file: OrderedFile, now: Date): Promise<string>;
  read(id: string): Promise<StoredAttachment | undefined>;
  /** Whether somebody may see it: they sent it, or a reply to them names it. */
  isFor(id: string, conversation: { channel: string; conversationId: string }): Promise<boolean>;
  /** How much this conversation has uploaded since an instant. */
  uploadedSince(
    conversation: Upload["conversation"],
    since: Date,
  ): Promise<{ count: number; sizeBytes: number }>;
  /** Forgets uploads older than this whose message never came. */
  forgetStray(before: Date): Promise<void>;
  /** Forgets files of ours that were ordered before. */
  forgetOrdered(before: Date): Promise<void>;
}

/** What fetching works on; no two callers get the same attachment. Its functions throw StoreUnavailableError. */
export interface AwaitedAttachmentStore {
  /** Those due, each put off until `leaseUntil` in case the caller dies; `scheme`: only refs that begin with it. */
  claim(now: Date, leaseUntil: Date, limit: number, scheme?: string): Promise<AwaitedAttachment[]>;
  fill(id: string, file: { content: Buffer; mediaType?: string; isHeld?: boolean }, now: Date): Promise<void>;
  putOff(id: string, dueAt: Date): Promise<void>;
  giveUp(id: string, reason: string): Promise<void>;
}

/** Files that wait to be searched for malware. Its functions throw StoreUnavailableError. */
export interface HeldAttachmentStore {
  /** The longest waiting first. */
  held(limit: number): Promise<{ id: string; content: Buffer }[]>;
  /** It may be opened. */
  release(id: string): Promise<void>;
  /** It never may: its bytes are forgotten, and why is kept. */
  condemn(id: string, reason: string): Promise<void>;
}
