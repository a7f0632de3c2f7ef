import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import { addWorkingDays, isWorkingTime } from "../deadlines/working-time.ts";
import type { NoticeStore, PlannedNotice } from "../notices/notice.ts";
import { addDays, dayOf, type Day } from "../vietnam-time.ts";
import type { DossierStatus } from "./dossier.ts";
import type { FollowKind } from "./follow-dossier.ts";

const eventsAtOnce = 20_000;

/** An apology is dated when its turn begins and seen when that is committed: looking back so far misses none. */
const turnsLastMs = 10 * 60_000;

/** One person who follows one dossier, and what of it may be told. */
interface FollowedBy {
  dossierId: string;
  code: string;
  unitName: string;
  procedureFee: string | null;
  isDemonstration: boolean;
  /** Names the person, in all conversations that were joined to theirs. */
  person: string;
  /** Where they are told. */
  conversationId: string;
  unwanted: FollowKind[];
}

/** What several events in a row came to. */
export interface FollowedChange extends FollowedBy {
  fromStatus: DossierStatus | null;
  toStatus: DossierStatus;
  /** When the last of them happened. */
  happenedAt: Date;
  dueAt: Date | null;
  earlierDueAt: Date | null;
}

export interface FollowedApology extends FollowedBy {
  status: DossierStatus;
  reason: string;
  newDueOn: Day;
}

/** An open dossier with the instant it is worked to. */
export interface FollowedDeadline extends FollowedBy {
  status: DossierStatus;
  dueAt: Date;
  /** That is the one new date of an apology. */
  isApologised: boolean;
}

/** How far followers were told. */
export interface FollowingProgress {
  /** The last event of any dossier that was read. */
  eventId: string;
  /** Null before the first time. */
  toldAt: Date | null;
}

/** What followers are told from. Nobody is told what was so before they followed. */
export interface FollowerStore {
  /** Held until the transaction ends: one worker at a time tells followers. */
  holdProgress(): Promise<FollowingProgress>;
  keepProgress(progress: FollowingProgress): Promise<void>;
  /** The next events of all dossiers, and what those of followed ones came to. */
  changesAfter(
    eventId: string,
    limit: number,
  ): Promise<{ changes: FollowedChange[]; eventId: string; isAll: boolean }>;
  apologiesSince(at: Date | null): Promise<FollowedApology[]>;
  /** Open dossiers that are worked to one of these days, both included. */
  dueBetween(from: Day | null, to: Day): Promise<FollowedDeadline[]>;
}

/** What news of a dossier says. JSON; instants are ISO texts. */
export interface FollowFacts {
  code: string;
  unitName: string;
  procedureFee: string | null;
  isDemonstration: boolean;
  status: DossierStatus;
  dueAt: string | null;
  /** Of a change: the due date before it, and whether that alone has moved. */
  earlierDueAt?: string | null;
  isStatusKept?: boolean;
  apology?: { reason: string; newDueOn: Day };
  /** The new date that an apology gave has passed as well. */
  isApologised?: boolean;
}

/** The kinds of notices to followers. */
export type FollowNoticeKind = `dossier-${FollowKind | "apology"}`;

/**
 * Plans what followers are to be told, in working time only: what changed since the last time, once a day what is due on
 * the next working day and what has become late. Each change is told once, however often it is reported.
 */
export async function tellFollowers(
  now: Date,
  { followers, notices, calendars }: Tools,
): Promise<{ isAll: boolean }> {
  const calendar = calendars.of();
  if (!isWorkingTime(now, calendar)) return { isAll: true };
  const { eventId, toldAt } = await followers.holdProgress();
  const read = await followers.changesAfter(eventId, eventsAtOnce);
  const apologies = await followers.apologiesSince(toldAt && new Date(toldAt.getTime() - turnsLastMs));
  const [today, toldOn] = [dayOf(now), toldAt && dayOf(toldAt)];
  const isNewDay = toldOn === null || toldOn < today;
  const due = isNewDay
    ? await followers.dueBetween(addDays(today, 1), addWorkingDays(today, 1, calendar))
    : [];
  const late = isNewDay ? await followers.dueBetween(toldOn, addDays(today, -1)) : [];
  const planned = [
    ...read.changes.map((change) => tellChange(change, now)),
    ...apologies.map((apology) => tellApology(apology, now)),
    ...due.map((deadline) => tellDeadline("due", deadline, now)),
    ...late.map((deadline) => tellDeadline("late", deadline, now)),
  ];
  await notices.plan(
    planned.filter((notice) => notice !== undefined),
    now,
  );
  await followers.keepProgress({ eventId: read.eventId, toldAt: now });
  return { isAll: read.isAll };
}

interface Tools {
  followers: FollowerStore;
  notices: NoticeStore;
  calendars: WorkingCalendars;
}

/** Which kind of news a change is; undefined when all is as it was. */
export function kindOfChange(
  change: Pick<FollowedChange, "fromStatus" | "toStatus" | "dueAt" | "earlierDueAt">,
): FollowKind | undefined {
  const { fromStatus, toStatus, dueAt, earlierDueAt } = change;
  if (fromStatus === toStatus) return dueAt?.getTime() === earlierDueAt?.getTime() ? undefined : "moves";
  if (toStatus === "awaiting-papers" || toStatus === "awaiting-fee") return "asked";
  return toStatus === "result-ready" ? "ready" : "moves";
}

function tellChange(change: FollowedChange, now: Date): PlannedNotice | undefined {
  const kind = kindOfChange(change);
  const { fromStatus, toStatus, happenedAt, dueAt, earlierDueAt } = change;
  const facts = {
    status: toStatus,
    dueAt: iso(dueAt),
    earlierDueAt: iso(earlierDueAt),
    isStatusKept: fromStatus === toStatus,
  };
  const version = `${toStatus}:${iso(happenedAt)}:${iso(dueAt)}`;
  return kind && news(kind, `dossier-${kind}`, version, change, facts, now);
}

function tellApology(apology: FollowedApology, now: Date): PlannedNotice | undefined {
  const { status, reason, newDueOn } = apology;
  const facts = { status, dueAt: null, apology: { reason, newDueOn } };
  return news("late", "dossier-apology", newDueOn, apology, facts, now);
}

function tellDeadline(
  kind: "due" | "late",
  deadline: FollowedDeadline,
  now: Date,
): PlannedNotice | undefined {
  const { status, dueAt, isApologised } = deadline;
  const facts = { status, dueAt: iso(dueAt), isApologised };
  const notice = news(kind, `dossier-${kind}`, dueAt.toISOString(), deadline, facts, now);
  return notice && (kind === "due" ? { ...notice, expiresAt: dueAt } : notice);
}

function news(
  kind: FollowKind,
  noticeKind: FollowNoticeKind,
  version: string,
  followed: FollowedBy,
  more: Omit<FollowFacts, "code" | "unitName" | "procedureFee" | "isDemonstration">,
  now: Date,
): PlannedNotice | undefined {
  const { dossierId, person, conversationId, unwanted } = followed;
  if (unwanted.includes(kind)) return undefined;
  const { code, unitName, procedureFee, isDemonstration } = followed;
  return {
    key: `dossier:${dossierId}:${noticeKind}:${version}:${person}`,
    kind: noticeKind,
    recipient: { kind: "conversation", conversationId },
    subject: { kind: "dossier", id: dossierId },
    facts: { code, unitName, procedureFee, isDemonstration, ...more } satisfies FollowFacts,
    dueAt: now,
  };
}

function iso(at: Date | null): string | null {
  return at && at.toISOString();
}
