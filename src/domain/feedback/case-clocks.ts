import {
  deadlineAfter,
  extendDeadline,
  givenDeadline,
  type DeadlineStep,
  type Pause,
} from "../deadlines/deadline.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { addWorkingDays, closingOn } from "../deadlines/working-time.ts";
import { dayOf } from "../vietnam-time.ts";
import { caseStates } from "./case-states.ts";
import type { CaseEvent } from "./feedback.ts";
import type { FeedbackPolicy } from "./policy.ts";

/** What was promised, as it was worked out when it was said. Instants are ISO texts: it is stored as it stands. */
export interface CasePromise {
  acceptDueAt: string;
  dueAt: string;
  /** How the answer's deadline was reached. */
  steps: DeadlineStep[];
  /** Beyond the last year whose calendar is confirmed. */
  isExpected: boolean;
  policyVersion: number;
  legalBasis: string;
  calendarVersion: string;
}

type Told = Pick<CaseEvent, "kind" | "happenedAt" | "toStatus" | "detail">;

/**
 * Both deadlines of a case as a pure function of its events, its policy and its calendar. The clocks start at receipt,
 * anew at each reopening; time waited for the citizen or another agency since then does not count, as far as the policy
 * lets it; a granted extension adds its working days. A deadline that the source of the case had set itself is kept.
 */
export function clocksOf(
  events: readonly Told[],
  policy: FeedbackPolicy,
  { calendar, calendarVersion }: { calendar: WorkingCalendar; calendarVersion: string },
): CasePromise {
  const start = events.findLastIndex(({ kind }) => startsClocks.has(kind));
  if (start < 0) throw new Error("A case begins with its filing.");
  const round = events.slice(start);
  const from = textInstant(round[0]!.detail.receivedAt) ?? round[0]!.happenedAt;
  const given = textInstant(round[0]!.detail.dueAt);
  const pauses = pausesOf(round, policy, calendar);
  const answer = given
    ? givenDeadline(from, given, calendar, pauses)
    : deadlineAfter(from, policy.answerTerm, calendar, pauses);
  const extension = extensionOf(round);
  const due = extension ? extendDeadline(answer, extension, calendar) : answer;
  return {
    acceptDueAt: deadlineAfter(from, policy.acceptTerm, calendar).dueAt.toISOString(),
    dueAt: due.dueAt.toISOString(),
    steps: due.steps,
    isExpected: due.isExpected,
    policyVersion: policy.version,
    legalBasis: policy.legalBasis,
    calendarVersion,
  };
}

const startsClocks: ReadonlySet<CaseEvent["kind"]> = new Set(["filed", "joined", "imported", "reopened"]);

/** Events are kept as JSON, instants in their detail as texts. */
function textInstant(value: unknown): Date | undefined {
  return typeof value === "string" ? new Date(value) : undefined;
}

/**
 * The stretches in which the answer clock stood still. None lasts longer than the policy's working days after the day on
 * which it began, so that one still going on has its end already.
 */
function pausesOf(
  events: readonly Pick<CaseEvent, "happenedAt" | "toStatus">[],
  { maxPauseWorkingDays }: Pick<FeedbackPolicy, "maxPauseWorkingDays">,
  calendar: WorkingCalendar,
): Pause[] {
  const pauses: Pause[] = [];
  let from: Date | undefined;
  for (const { happenedAt, toStatus } of events) {
    if (toStatus === null) continue;
    const isPaused = caseStates[toStatus].answerClock === "paused";
    if (isPaused) from ??= happenedAt;
    else if (from) {
      pauses.push({ from, to: happenedAt });
      from = undefined;
    }
  }
  if (from) pauses.push({ from, to: null });
  return pauses.map((pause) => {
    const latest = pauseEnd(pause.from, maxPauseWorkingDays, calendar);
    return { from: pause.from, to: pause.to && pause.to < latest ? pause.to : latest };
  });
}

/** When a pause begun at `from` ends by itself. */
export function pauseEnd(from: Date, workingDays: number, calendar: WorkingCalendar): Date {
  return closingOn(addWorkingDays(dayOf(from), workingDays, calendar), calendar);
}

function extensionOf(events: readonly Pick<CaseEvent, "kind" | "detail">[]): number {
  return events
    .filter(({ kind }) => kind === "extension-granted")
    .reduce((days, { detail }) => days + Number(detail.workingDays), 0);
}
