import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import { nextOpening } from "../../domain/deadlines/working-time.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import { reminderKey } from "../../domain/reminders/plan-reminders.ts";
import { reminderKinds, stepsBelow, type ReminderFacts } from "../../domain/reminders/reminder.ts";
import { figuresDigestKind } from "../../domain/statistics/figures-digest.ts";
import { composers } from "./compose.ts";
import type { DueNotice, NoticeBatch, NoticeDesk, Reachable, Settlement, Told } from "./notice-desk.ts";
import { sayReminders } from "./several-reminders.ts";

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

interface Known {
  staff: ReadonlyMap<string, Told>;
  conversations: ReadonlyMap<string, Reachable>;
  /** Who heard of a deadline on a step of the ladder, by the step's key. */
  toldBy: ReadonlyMap<string, string>;
}

async function settleAll(
  batch: NoticeBatch,
  now: Date,
  ports: HandOverPorts,
): Promise<ReadonlyMap<string, Settlement>> {
  const forStaff = batch.due.filter((notice) => notice.recipient.kind !== "conversation" && !isStale(notice));
  const known: Known = {
    staff: await batch.staffFor(forStaff),
    conversations: await batch.conversations(
      batch.due.flatMap(({ recipient }) => conversationOf(recipient) ?? []),
    ),
    toldBy: await batch.toldBy(forStaff.flatMap(keysBelow)),
  };
  const settlements = new Map<string, Settlement>();
  const toSay: ToSay[] = [];
  for (const notice of batch.due) {
    const verdict = judge(notice, known, now, ports.calendars);
    if (verdict.kind === "say") toSay.push({ notice, to: verdict.to });
    else settlements.set(notice.id, verdict);
    if (verdict.kind === "unreachable")
      ports.onTrouble({ noticeId: notice.id, kind: notice.kind, reason: verdict.reason });
  }
  return new Map([...settlements, ...sayAll(toSay, now, ports.say)]);
}

type Verdict =
  | Exclude<Settlement, { kind: "handed-over" | "handed-over-with" }>
  | { kind: "say"; to: Reachable };

function judge(notice: DueNotice, known: Known, now: Date, calendars: WorkingCalendars): Verdict {
  if (isStale(notice)) return { kind: "cancelled", reason: "the deadline was met or has moved" };
  if (!composers[notice.kind]) return { kind: "unreachable", reason: `no composer for ${notice.kind}` };
  const conversationId = conversationOf(notice.recipient);
  if (conversationId !== undefined) {
    const to = known.conversations.get(conversationId);
    return to ? { kind: "say", to } : { kind: "unreachable", reason: "the conversation is gone" };
  }
  const told = known.staff.get(notice.id);
  if (!told) return { kind: "unreachable", reason: "nobody holds this post" };
  if (isSnoozed(notice, told, now)) return { kind: "cancelled", reason: `put off by ${told.username}` };
  if (keysBelow(notice).some((key) => known.toldBy.get(key) === told.username))
    return { kind: "cancelled", reason: `${told.username} heard of it on a lower step` };
  const until = notice.kind === figuresDigestKind ? now : nextOpening(now, calendars.of(told.unitCode));
  if (until > now) return { kind: "postponed", until };
  return told.reached
    ? { kind: "say", to: told.reached }
    : { kind: "unreachable", reason: `${told.username} is on no channel` };
}

interface ToSay {
  notice: DueNotice;
  to: Reachable;
}

/** Each in its own message, but what reminds one person of several things at once in one. */
function sayAll(toSay: readonly ToSay[], now: Date, say: Say): Map<string, Settlement> {
  const reminders = new Map<string, ToSay[]>();
  for (const one of toSay)
    if (isReminder(one.notice)) {
      const { conversationId } = one.to;
      reminders.set(conversationId, [...(reminders.get(conversationId) ?? []), one]);
    }
  const settlements = new Map<string, Settlement>();
  for (const { notice, to } of toSay) {
    const { conversationId, language } = to;
    const together = (isReminder(notice) && reminders.get(conversationId)) || [];
    const [firstOne] = together;
    if (firstOne && firstOne.notice !== notice) {
      settlements.set(notice.id, { kind: "handed-over-with", noticeId: firstOne.notice.id });
      continue;
    }
    const context = { say, language, now };
    const reply =
      together.length > 1
        ? sayReminders(
            together.map((one) => one.notice.facts),
            context,
          )
        : composers[notice.kind]!(notice.facts, context);
    settlements.set(notice.id, { kind: "handed-over", conversationId, reply });
  }
  return settlements;
}

function isReminder({ kind }: DueNotice): boolean {
  return reminderKinds.some((known) => known === kind);
}

/** The keys of what was said of the same deadline further down the ladder. */
function keysBelow({ facts, subject }: DueNotice): string[] {
  const { clock, offset, remindsOf } = facts as unknown as ReminderFacts;
  return subject ? stepsBelow(offset).map((step) => reminderKey({ ...subject, clock, remindsOf }, step)) : [];
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
