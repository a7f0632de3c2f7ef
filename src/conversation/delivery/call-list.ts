import type { Act } from "../../domain/audit/act.ts";
import type { Reply } from "../reply.ts";

/** What came of a call; whoever cannot be had by telephone either is called no more. */
export const callOutcomes = ["told", "no-answer", "wrong-number"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** A call that left somebody on the list. */
interface CallAttempt {
  outcome: CallOutcome;
  calledAt: Date;
  /** A username, or an operator's account. */
  calledBy: string;
}

/** Something important that nobody could be told on any channel: a person has to call. */
export interface Untold {
  /** `12` a message that was refused everywhere, `n12` a notice for somebody who is on no channel. */
  id: string;
  /** Name or, of citizens, the chat's id. */
  person: string;
  phone: string | null;
  /** Where it was tried last; null for a notice. */
  channel: string | null;
  reason: string;
  since: Date;
  /** What was to be said; of a notice only its kind. */
  said: { reply: Reply } | { notice: string };
  /** The latest first. */
  calls: CallAttempt[];
}

/** Whoever calls or sends again; it is in the audit. */
type CallAct = Pick<Act, "by" | "channel" | "at">;

/** What is left for a person to tell. Its functions throw StoreUnavailableError. */
export interface CallList {
  /** Oldest first. */
  read(): Promise<Untold[]>;
  /** Tries once more, beginning anew; false when there is nothing of this id on the list. */
  retry(id: string, act: CallAct): Promise<boolean>;
  /** Notes a call; who did not answer stays on the list. False when there is nothing of this id on it. */
  called(id: string, outcome: CallOutcome, act: CallAct): Promise<boolean>;
}

const excerptLength = 80;

/** The first words of a message, for a list. */
export function excerptOf({ blocks }: Reply): string {
  const words = blocks.flatMap((block) =>
    block.kind === "paragraph" || block.kind === "heading" ? [block.text] : [],
  );
  const text = words.join(" ").replace(/\s+/g, " ");
  return text.length <= excerptLength ? text : `${text.slice(0, excerptLength).replace(/\s\S*$/, "")} …`;
}
