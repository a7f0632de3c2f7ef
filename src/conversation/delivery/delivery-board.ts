import type { Reply } from "../reply.ts";

/** One message that somebody was owed, and how it stands. */
export interface Delivery {
  /** Digits. */
  id: string;
  channel: string;
  conversationId: string;
  status: "pending" | "sending" | "sent" | "undeliverable" | "expired";
  reason: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  reply: Reply;
}

/** A person on one channel; members of staff who are on none are there once. */
export interface Reached {
  /** What the deliveries of them are asked by: a username, or `conversation:` and its number. */
  person: string;
  /** Of members of staff. */
  fullName: string | null;
  unitName: string | null;
  phone: string | null;
  /** Null: on no channel. */
  channel: string | null;
  /** The chat's id on its channel; null where that would let others in. */
  conversationId: string | null;
  /** Null: nothing says that they cannot be reached. */
  unreachableSince: Date | null;
  unreachableReason: string | null;
  /** When they were last heard of. */
  heardAt: Date | null;
  sentAt: Date | null;
  /** Messages not sent yet. */
  waiting: number;
  /** Until when their own words let us write on Zalo, and how many replies are still free; null elsewhere. */
  window: { closesAt: Date; freeReplies: number } | null;
}

/** Which people are looked for; of all, those heard of last come first. */
export interface ReachedFilter {
  words: readonly string[];
  show: "all" | "staff" | "unreachable";
}

/** How one channel stands. */
export interface ChannelStanding {
  channel: string;
  people: number;
  unreachable: number;
  waiting: number;
  /** Since when the oldest message that should have gone out waits. */
  oldestDueAt: Date | null;
  /** Of the last 24 hours. */
  sent: number;
  undeliverable: number;
}

/** What a platform counts for us, as it told last. */
export interface PlatformQuota {
  kind: string;
  remaining: number;
  total: number | null;
  toldAt: Date;
}

/** How delivery stands, for those who run the service. Its functions throw StoreUnavailableError. */
export interface DeliveryBoard {
  channels(now: Date): Promise<ChannelStanding[]>;
  quotas(): Promise<PlatformQuota[]>;
  people(filter: ReachedFilter, page: { limit: number; offset: number }): Promise<Reached[]>;
  /** The channels of one person: all conversations that were joined to theirs. */
  channelsOf(person: string): Promise<Reached[]>;
  /** The last messages to one person, newest first. */
  deliveriesOf(person: string, limit: number): Promise<Delivery[]>;
}
