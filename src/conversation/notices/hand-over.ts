import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import { nextOpening } from "../../domain/deadlines/working-time.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import { composers } from "./compose.ts";
import type { DueNotice, NoticeBatch, NoticeDesk, Reachable, Settlement, Told } from "./notice-desk.ts";

const batchSize = 500;

export interface HandOverPorts {
  desk: NoticeDesk;
  calendars: WorkingCalendars;
  say: Say;
  clock: Clock;
  /** Told of every notice that could not be said. */
  onTrouble: (trouble: { noticeId: string; kind: string; reason: string }) => void;
}

/**
 * Moves every notice whose time has come into the outbox of whoever it is for, oldest first; returns how many were looked
 * at. A reminder of a deadline that was met or has moved is cancelled; staff are told in their working time only; who is
 * reached nowhere is left for a person to call.
 */
export async function handOverNotices(ports: HandOverPorts): Promise<number> {
  await ports.desk.expire(ports.clock());
  let seen = 0;
  for (;;) {
    const now = ports.clock();
    const held = await ports.desk.settle(batchSize, now, (batch) => settleAll(batch, now, ports));
    seen += held;
    // A step up the ladder waits for the steps below it, so a last look finds it after them.
    if (held === 0) return seen;
  }
}

async function settleAll(
  batch: NoticeBatch,
  now: Date,
  ports: HandOverPorts,
): Promise<ReadonlyMap<string, Settlement>> {
  const forStaff = batch.due.filter((notice) => notice.recipient.kind !== "conversation" && !isStale(notice));
  const [staff, conversations] = await Promise.all([
    batch.staffFor(forStaff),
    batch.conversations(batch.due.flatMap(({ recipient }) => conversationOf(recipient) ?? [])),
  ]);
  return new Map(
    batch.due.map((notice) => {
      const settlement = settle(notice, staff.get(notice.id), conversations, now, ports);
      if (settlement.kind === "unreachable")
        ports.onTrouble({ noticeId: notice.id, kind: notice.kind, reason: settlement.reason });
      return [notice.id, settlement];
    }),
  );
}

function settle(
  notice: DueNotice,
  told: Told | undefined,
  conversations: ReadonlyMap<string, Reachable>,
  now: Date,
  { calendars, say }: HandOverPorts,
): Settlement {
  if (isStale(notice)) return { kind: "cancelled", reason: "the deadline was met or has moved" };
  const conversationId = conversationOf(notice.recipient);
  if (conversationId === undefined) {
    if (!told) return { kind: "unreachable", reason: "nobody holds this post" };
    if (isSnoozed(notice, told, now)) return { kind: "cancelled", reason: `put off by ${told.username}` };
    const until = nextOpening(now, calendars.of(told.unitCode));
    if (until > now) return { kind: "postponed", until };
  }
  const reached = conversationId === undefined ? told?.reached : conversations.get(conversationId);
  if (!reached) return { kind: "unreachable", reason: `${told?.username ?? "the person"} is on no channel` };
  const compose = composers[notice.kind];
  if (!compose) return { kind: "unreachable", reason: `no composer for ${notice.kind}` };
  const { language } = reached;
  return {
    kind: "handed-over",
    conversationId: reached.conversationId,
    reply: compose(notice.facts, { say, language, now }),
  };
}

function conversationOf(recipient: DueNotice["recipient"]): string | undefined {
  return recipient.kind === "conversation" ? recipient.conversationId : undefined;
}

/** Nobody puts off what is said at the deadline and after it, nor what they asked to be told again. */
function isSnoozed({ facts, dueAt }: DueNotice, { snoozedUntil }: Told, now: Date): boolean {
  const isBeforeDue = typeof facts.remindsOf === "string" && dueAt < new Date(facts.remindsOf);
  return isBeforeDue && facts.offset !== "again" && snoozedUntil !== null && now < snoozedUntil;
}

/** Whether it reminds of a deadline that is no longer the one it was planned for. News is never stale. */
function isStale({ facts, standing }: DueNotice): boolean {
  if (typeof facts.remindsOf !== "string") return false;
  const runsTo = facts.clock === "accept" ? standing?.acceptDueAt : standing?.dueAt;
  return runsTo?.toISOString() !== facts.remindsOf;
}
