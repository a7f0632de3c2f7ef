import type { InboundMessage } from "../conversation/inbound-message.ts";
import type { AttachmentStore } from "../conversation/attachments/attachment-store.ts";
import type { Transcript } from "../conversation/transcript.ts";
import type { SignInStore } from "../domain/staff/sign-in.ts";
import type { StaffMember } from "../domain/staff/staff-member.ts";
import type { SearchFile } from "../files/clamd.ts";
import type { Measure } from "./metrics-route.ts";
import type { PublicPorts } from "./public/public-ports.ts";
import type { StaffPorts } from "./staff/staff-ports.ts";
import type { QueueBoard } from "./staff/queue-board-route.ts";
import type { Open311Ports } from "./open311/open311-ports.ts";

/** Everything the web server needs of the rest. The composition root fills it. */
export interface WebPorts {
  /** Works one message out; its replies are in the transcript when it returns. Throws StoreUnavailableError. */
  handleMessage: (message: InboundMessage) => Promise<{ kind: "answered" | "duplicate" | "failed" }>;
  messageAllowance: MessageAllowance;
  transcript: Transcript;
  attachments: Pick<AttachmentStore, "keep" | "read" | "isFor" | "uploadedSince">;
  /** Looks for malware in what is uploaded; absent: nobody does. */
  searchFile?: SearchFile | undefined;
  /** The attachment that a signed link names, while it is good. */
  openFileLink: (token: string) => string | undefined;
  outbox: OutboxSignal;
  agency: Agency;
  speakers: Speakers;
  /** The parts the service cannot work without, and whether each one answers now. */
  readiness: () => Promise<Record<string, boolean>>;
  /** Recurring jobs that have not run for longer than they should, in any process. */
  silentJobs: () => Promise<string[]>;
  /** How the service stands, for monitoring. */
  measures: () => Promise<Measure[]>;
  webhooks: Webhook[];
  /** Who is signed in on the staff's pages. */
  signIn: SignInStore;
  queueBoard: QueueBoard;
  staff: StaffPorts;
  open311: Open311Ports;
  /** What the pages for everybody need. */
  everybody: PublicPorts;
}

/** An instant: this conversation, or all from its address, have said so much that nothing more is taken until then. */
export type MessageAllowance = (conversationId: string, address: string) => Promise<Date | undefined>;

/** Tells that replies may be waiting. May ring for nothing, and may miss one: the reader looks for itself now and then. */
export interface OutboxSignal {
  /** Returns how to stop. */
  subscribe(conversationId: string, wake: () => void): () => void;
}

interface Agency {
  name(): Promise<string>;
  isDemonstration(): Promise<boolean>;
}

/** Who a conversation of the demonstration speaks as: `citizen` or a staff username. */
interface Speakers {
  choices(): Promise<StaffMember[]>;
  current(conversationId: string): Promise<string>;
  choose(conversationId: string, speaker: string): Promise<void>;
}

/** A platform's way in. `handle` gets the bytes exactly as they came, for the signature is over them. */
export interface Webhook {
  path: string;
  handle(request: {
    rawBody: Buffer;
    headers: Readonly<Record<string, string | string[] | undefined>>;
  }): Promise<{ status: number }>;
}
