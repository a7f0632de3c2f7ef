import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import type { RefusalGround } from "../../domain/feedback/case-action.ts";
import { caseStates, isOpen, mayFollow } from "../../domain/feedback/case-states.ts";
import { reopenableForDays, reopenableUntil } from "../../domain/feedback/citizen-actions.ts";
import type { CaseEvent, FeedbackCase } from "../../domain/feedback/feedback.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import type { Survey } from "../../domain/feedback/survey.ts";
import { closesAfterWorkingDays } from "../../domain/feedback/upkeep-cases.ts";
import { addDays, dayOf, showDay, showInstant } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { excerpt } from "./excerpt.ts";
import { showDue } from "./show-due.ts";
import { surveyButtons } from "./survey-answer.ts";

/** What an answer about a case is told with. */
export interface TellingCase {
  say: Say;
  language: Language;
  now: Date;
  calendars: WorkingCalendars;
  agencyName: string;
}

/**
 * Where a case is, what happens next and what was promised, for the person who sent it; with the survey of its round, the
 * question how satisfied they are while it is open. Names no officer.
 */
export function caseAnswer({ matter, events }: CaseFile, telling: TellingCase, survey?: Survey): Block[] {
  const { say, language, now } = telling;
  const { code, status } = matter;
  const unit = matter.unitName ?? telling.agencyName;
  const days = status === "answered" ? closesAfterWorkingDays : reopenableForDays;
  const isAsked = survey !== undefined && survey.ratedAt === null && now < survey.expiresAt;
  const isLate = caseStates[status].answerClock === "runs" && matter.dueAt !== null && matter.dueAt < now;
  return [
    paragraph(say(language, `case-state-${status}`, { code, unit }), "strong"),
    ...(isLate ? [paragraph(say(language, "case-late"), "warning")] : []),
    ...question(matter, events, telling),
    ...(matter.answer ? [paragraph(say(language, "case-answer-given", { words: matter.answer }))] : []),
    ...whereToGo(matter, events, telling),
    paragraph(say(language, `case-next-${status}`, { days: String(days) })),
    { kind: "facts", facts: facts(matter, events, telling) },
    ...(matter.isDemonstration ? [paragraph(say(language, "case-demonstration"), "muted")] : []),
    ...(isAsked ? [paragraph(say(language, "survey-ask"))] : []),
    {
      kind: "buttons",
      buttons: [...(isAsked ? surveyButtons(code, telling) : []), ...caseButtons(matter, telling)],
    },
  ];
}

/** What the person may do with the case now. */
export function caseButtons(
  matter: FeedbackCase,
  { say, language, now }: Omit<TellingCase, "calendars" | "agencyName">,
): Button[] {
  const { code, status } = matter;
  const until = reopenableUntil(matter);
  const isReopenable = mayFollow(status, "reopen-requested") && until !== undefined && now < until;
  const buttons: (Button | false)[] = [
    status === "awaiting-citizen" && { label: say(language, "case-button-reply"), say: `/bosung ${code}` },
    isOpen(status) &&
      status !== "awaiting-citizen" && { label: say(language, "case-button-add"), say: `/bosung ${code}` },
    isReopenable && { label: say(language, "case-button-reopen"), say: `/molai ${code}` },
    isOpen(status) &&
      matter.dueAt !== null && { label: say(language, "case-button-why"), say: `/traphananh ${code} hen` },
    { label: say(language, "case-button-history"), say: `/traphananh ${code} lichsu` },
    isOpen(status) && { label: say(language, "case-button-withdraw"), say: `/rutphananh ${code}` },
    { label: say(language, "case-button-own"), say: "/phananhtoi" },
  ];
  return buttons.filter((button) => button !== false);
}

function question(
  matter: FeedbackCase,
  events: readonly CaseEvent[],
  { say, language }: TellingCase,
): Block[] {
  const asked = events.findLast(({ kind }) => kind === "citizen-asked");
  return matter.status === "awaiting-citizen" && asked?.reason
    ? [paragraph(say(language, "case-question-asked", { words: asked.reason }))]
    : [];
}

/** Where a matter belongs that was refused on a ground. */
function whereToGo(
  { status }: FeedbackCase,
  events: readonly CaseEvent[],
  { say, language }: TellingCase,
): Block[] {
  const ground = events.findLast(({ kind }) => kind === "refused")?.detail.ground as
    | RefusalGround
    | undefined;
  return status === "refused" && ground ? [paragraph(say(language, `case-ground-${ground}`))] : [];
}

function facts(matter: FeedbackCase, events: readonly CaseEvent[], telling: TellingCase) {
  const { say, language } = telling;
  const until = mayFollow(matter.status, "reopen-requested") ? reopenableUntil(matter) : undefined;
  const passedOn = events.findLast(({ kind }) => kind === "forwarded");
  const rows: [label: string, value: string | undefined | null][] = [
    [say(language, "case-fact-content"), excerpt(matter.content, 300)],
    [say(language, "case-fact-field"), matter.field],
    [say(language, "case-fact-place"), matter.place.words],
    [say(language, "case-fact-dossier"), matter.dossierCode],
    [say(language, "case-fact-received"), showInstant(matter.receivedAt)],
    [say(language, "case-fact-due"), due(matter, telling)],
    [say(language, "case-fact-answered"), matter.answeredAt && showInstant(matter.answeredAt)],
    [
      say(language, "case-fact-agency"),
      matter.status === "forwarded" ? (passedOn?.detail.agency as string | undefined) : undefined,
    ],
    [say(language, "case-fact-reopen"), until && showDay(addDays(dayOf(until), -1))],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function due(
  { dueAt, status, unitCode }: FeedbackCase,
  { say, language, now, calendars }: TellingCase,
): string | undefined {
  if (!isOpen(status)) return undefined;
  if (!dueAt) return say(language, "due-none");
  return showDue(dueAt, { say, language, now, calendar: calendars.of(unitCode ?? undefined) });
}
