import type { Reply } from "../../../conversation/reply.ts";

/** One message that would go out unasked. */
export interface RehearsedMessage {
  at: Date;
  /** `citizen`, or the username of a member of staff. */
  recipient: string;
  /** Of members of staff, where it is known. */
  fullName: string | null;
  /** Null: they have linked no account yet. */
  channel: string | null;
  reply: Reply;
}

/** Every message that would go out between two instants while nobody does anything; changes nothing. */
export type Rehearse = (span: { from: Date; until: Date }) => Promise<RehearsedMessage[]>;
