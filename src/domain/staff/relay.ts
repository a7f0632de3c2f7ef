import type { NoticeStore, PlannedNotice } from "../notices/notice.ts";

/** Who is asked has so many working minutes to take a talk before the next is asked. */
export const takeMinutes = 5;
/** A talk in which nobody says anything for so long is over. */
export const idleMinutes = 30;

/** How much of the talk with the assistant an officer reads first. */
export const wordsShown = 5;

/** A talk between a citizen and an officer, through the assistant. */
export interface Relay {
  /** Digits; how an officer tells several talks apart. */
  id: string;
  citizenConversationId: string;
  /** Whom it was offered to; the last has it until they take it. */
  offeredTo: string[];
  offeredAt: Date;
  lastAt: Date;
  /** Undefined until somebody takes it. */
  officer?: { username: string; fullName: string; conversationId: string };
  isEnded: boolean;
}

export type RelayEnd = "citizen" | "officer" | "idle" | "nobody";

/** Talks, and who is in them. A talk found stays locked until the transaction ends. Its functions throw StoreUnavailableError. */
export interface RelayStore {
  /** Opens a talk and offers it; undefined when the citizen has one. */
  open(citizenConversationId: string, offeredTo: string, now: Date): Promise<Relay | undefined>;
  find(id: string): Promise<Relay | undefined>;
  findOfCitizen(citizenConversationId: string): Promise<Relay | undefined>;
  offer(id: string, username: string, now: Date): Promise<void>;
  take(id: string, officer: { username: string; conversationId: string }, now: Date): Promise<void>;
  /** Something was said in it. */
  touch(id: string, now: Date): Promise<void>;
  end(id: string, why: RelayEnd, now: Date): Promise<void>;
  /** What the citizen wrote last, the oldest first: what an officer reads before taking the talk. Nothing of earlier talks. */
  recentWords(citizenConversationId: string, now: Date): Promise<string[]>;
  /** Talks whose time may be over: offered or silent since before. */
  waitingSince(before: Date): Promise<Relay[]>;
  /** Who may be asked now, beside those who were: reached on a channel and not away; the officer on duty first, then leaders and administrators. */
  nextToAsk(exceptFor: readonly string[], now: Date): Promise<string | undefined>;
}

/** What is sent along: an attachment as it is kept. */
export interface RelayedFile {
  attachmentId: string;
  kind: string;
  name?: string;
}

/** One line of a talk for the other side. `key` names it: said once. */
export function relayedLine(
  relay: Relay,
  to: "citizen" | "officer",
  { key, text, files }: { key: string; text: string; files: RelayedFile[] },
  now: Date,
): PlannedNotice {
  return {
    key: `relay-line:${relay.id}:${key}`,
    kind: `relay-line-${to}`,
    recipient: {
      kind: "conversation",
      conversationId: to === "citizen" ? relay.citizenConversationId : relay.officer!.conversationId,
    },
    facts: { id: relay.id, text, files, officer: relay.officer?.fullName ?? "" },
    dueAt: now,
  };
}

/** Asks somebody to take a talk. */
export function relayOffer(
  relay: Relay,
  username: string,
  words: readonly string[],
  now: Date,
): PlannedNotice {
  return {
    key: `relay-offer:${relay.id}:${username}`,
    kind: "relay-offer",
    recipient: { kind: "staff", username },
    facts: { id: relay.id, words },
    dueAt: now,
    expiresAt: new Date(now.getTime() + idleMinutes * 60_000),
  };
}

/** Tells those in a talk that it is over, but for whoever ended it. */
export async function tellEnd(relay: Relay, why: RelayEnd, now: Date, notices: NoticeStore): Promise<void> {
  const told = (conversationId: string, side: "citizen" | "officer"): PlannedNotice => ({
    key: `relay-end:${relay.id}:${side}`,
    kind: `relay-end-${side}`,
    recipient: { kind: "conversation", conversationId },
    facts: { id: relay.id, why },
    dueAt: now,
  });
  const { officer, citizenConversationId } = relay;
  await notices.plan(
    [
      ...(why === "citizen" ? [] : [told(citizenConversationId, "citizen")]),
      ...(why === "officer" || !officer ? [] : [told(officer.conversationId, "officer")]),
    ],
    now,
  );
}
