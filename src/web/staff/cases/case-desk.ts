import type { StoredAttachment } from "../../../conversation/attachments/attachment-store.ts";
import type { Entry } from "../../../conversation/transcript.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { ReplyTemplate } from "../../../domain/feedback/reply-template.ts";

/** A file that came along with a case; its bytes are read when they are asked for. */
export interface CaseFileShown {
  /** Digits. */
  id: string;
  name: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  /** Waits to be searched for malware; will never be had. Null: it can be opened. */
  state: "held" | "gone" | null;
}

/** What lies around one case. */
export interface CaseSurroundings {
  files: CaseFileShown[];
  /** The case that this one was joined to. */
  main: FeedbackCase | undefined;
  /** Open cases joined to this one. */
  joined: FeedbackCase[];
  /** Open cases that may be about the same, the likeliest first. */
  similar: FeedbackCase[];
  /** What was said about it with whoever sent it, in its order. */
  conversation: Entry[];
  templates: ReplyTemplate[];
}

export interface CaseDesk {
  around(matter: FeedbackCase, now: Date): Promise<CaseSurroundings>;
  /** A file of this case, and of no other. */
  file(caseId: string, fileId: string): Promise<StoredAttachment | undefined>;
  /** Says that somebody has the case open, and names the others who have. */
  lookIn(caseId: string, username: string, now: Date): Promise<string[]>;
}
