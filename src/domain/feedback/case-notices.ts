import { nextOpening } from "../deadlines/working-time.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import type { PlannedNotice, Recipient } from "../notices/notice.ts";
import { pauseEnd } from "./case-clocks.ts";
import { reopenableUntil } from "./citizen-actions.ts";
import type { CaseEvent, CaseEventKind, FeedbackCase } from "./feedback.ts";
import type { FeedbackPolicy } from "./policy.ts";

/** What a notice about a case says, besides which of them it is. JSON; instants are ISO texts. */
export interface CaseNoticeFacts {
  code: string;
  /** The version its buttons act on. */
  version: number;
  content: string;
  field: string | null;
  unitName: string | null;
  dueAt: string | null;
  /** Until when the person may answer, the agency waits, or a case that ended may be asked to be reopened. */
  until: string | null;
  /** The officer's or the citizen's own words: question, reason, explanation, answer. */
  words: string | null;
  /** The other agency, the ground of a refusal, the days asked for: what the event adds. */
  detail: Record<string, unknown>;
  isDemonstration: boolean;
}

/** Every notice about a case, and who gets it. */
export const caseNoticeKinds = {
  "case-assigned": "officer",
  "case-joined": "officer",
  "case-campaign": "officer",
  "case-information": "officer",
  "case-withdrawn": "officer",
  "case-draft-returned": "officer",
  "case-extension-denied": "officer",
  "case-pause-ended": "officer",
  "case-extension-to-decide": "head",
  "case-answer-to-approve": "head",
  "case-reopening-to-judge": "head",
  "case-accepted": "citizen",
  "case-question": "citizen",
  "case-paused": "citizen",
  "case-extended": "citizen",
  "case-answered": "citizen",
  "case-refused": "citizen",
  "case-forwarded": "citizen",
  "case-reopened": "citizen",
  "case-reopening-denied": "citizen",
  "case-survey": "citizen",
  "case-survey-again": "citizen",
} as const;
export type CaseNoticeKind = keyof typeof caseNoticeKinds;

interface Moment {
  now: Date;
  calendar: WorkingCalendar;
}

/** The officer hears of a new case at once, in working time. */
export function noticesOfFiling(matter: FeedbackCase, moment: Moment): PlannedNotice[] {
  return [caseNotice("case-assigned", matter, moment)].filter((planned) => planned !== undefined);
}

/** Told once of what many send in the same words, whatever becomes of the case meanwhile. */
export function noticesOfCampaign(main: FeedbackCase, moment: Moment): PlannedNotice[] {
  const told = caseNotice("case-campaign", main, moment);
  return told ? [{ ...told, key: `feedback:${main.id}:case-campaign` }] : [];
}

const noticesOf: Partial<Record<CaseEventKind, readonly CaseNoticeKind[]>> = {
  assigned: ["case-assigned"],
  "wrong-unit": ["case-assigned"],
  accepted: ["case-accepted"],
  "citizen-asked": ["case-question"],
  "agency-asked": ["case-paused"],
  "information-added": ["case-information"],
  "extension-requested": ["case-extension-to-decide"],
  "extension-granted": ["case-extended"],
  "extension-denied": ["case-extension-denied"],
  submitted: ["case-answer-to-approve"],
  returned: ["case-draft-returned"],
  answered: ["case-answered"],
  refused: ["case-refused"],
  forwarded: ["case-forwarded"],
  withdrawn: ["case-withdrawn"],
  "reopening-requested": ["case-reopening-to-judge"],
  reopened: ["case-assigned", "case-reopened"],
  "reopening-denied": ["case-reopening-denied"],
};

/**
 * Who is told of a change, and what. Staff are told in working time; the citizen at once, except for the question how
 * satisfied they are, which waits for working time too. Nobody is told of what they did themselves.
 */
export function noticesOfChange(
  matter: FeedbackCase,
  event: CaseEvent,
  { policy, ...moment }: Moment & { policy: FeedbackPolicy },
): PlannedNotice[] {
  const { calendar } = moment;
  const isWaiting = event.kind === "citizen-asked" || event.kind === "agency-asked";
  const until = isWaiting && pauseEnd(event.happenedAt, policy.maxPauseWorkingDays, calendar);
  const told = (noticesOf[event.kind] ?? []).map((kind) =>
    caseNotice(kind, matter, moment, event, until ? { until } : {}),
  );
  if (until)
    told.push(
      caseNotice("case-pause-ended", matter, moment, event, { until, dueAt: nextOpening(until, calendar) }),
    );
  return told.filter((planned) => planned !== undefined);
}

/** One notice; undefined when nobody is there to get it, or it would tell an officer of their own deed. */
export function caseNotice(
  kind: CaseNoticeKind,
  matter: FeedbackCase,
  { now, calendar }: Moment,
  event?: CaseEvent,
  at: { dueAt?: Date; expiresAt?: Date; until?: Date } = {},
): PlannedNotice | undefined {
  const recipient = recipientOf(kind, matter);
  // Whoever asked is to know when the waiting is over.
  const isNews = kind === "case-pause-ended" || !isOwnDeed(recipient, event);
  if (!recipient || !isNews) return undefined;
  const isPrompt = caseNoticeKinds[kind] === "citizen" && !kind.startsWith("case-survey");
  return {
    key: `feedback:${matter.id}:${kind}:v${matter.version}`,
    kind,
    recipient,
    facts: { ...factsOf(matter, event, at.until) },
    subject: { kind: "feedback", id: matter.id },
    dueAt: at.dueAt ?? (isPrompt ? now : nextOpening(now, calendar)),
    ...(at.expiresAt && { expiresAt: at.expiresAt }),
  };
}

function recipientOf(kind: CaseNoticeKind, matter: FeedbackCase): Recipient | undefined {
  const to = caseNoticeKinds[kind];
  if (to === "head") return { kind: "ladder", rung: "head" };
  if (to === "officer")
    return matter.officer ? { kind: "staff", username: matter.officer } : { kind: "ladder", rung: "duty" };
  return matter.conversationId ? { kind: "conversation", conversationId: matter.conversationId } : undefined;
}

function isOwnDeed(recipient: Recipient | undefined, event: CaseEvent | undefined): boolean {
  return (
    recipient?.kind === "staff" &&
    event?.actor.kind === "staff" &&
    event.actor.staff.username === recipient.username
  );
}

/** What was written to whom the notice is for; who approves an answer reads it. */
function wordsOf({ answer, draft }: FeedbackCase, event: CaseEvent | undefined): string | null {
  if (event?.kind === "answered") return answer;
  if (event?.kind === "submitted") return draft?.text ?? null;
  return event?.reason ?? null;
}

function factsOf(
  matter: FeedbackCase,
  event: CaseEvent | undefined,
  until = reopenableUntil(matter),
): CaseNoticeFacts {
  return {
    code: matter.code,
    version: matter.version,
    content: matter.content,
    field: matter.field,
    unitName: matter.unitName,
    dueAt: matter.dueAt?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    words: wordsOf(matter, event),
    detail: event?.detail ?? {},
    isDemonstration: matter.isDemonstration,
  };
}
