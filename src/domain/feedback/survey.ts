import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { addWorkingDays, nextOpening, openingOn } from "../deadlines/working-time.ts";
import { addDays, dayOf, instantOn } from "../vietnam-time.ts";
import { caseNotice } from "./case-notices.ts";
import type { CaseEvent, FeedbackCase } from "./feedback.ts";
import type { FeedbackTools } from "./feedback-tools.ts";

/** Why somebody is not satisfied; with `other` come their own words. */
export const surveyReasons = ["slow", "off-topic", "attitude", "unsolved", "other"] as const;
type SurveyReason = (typeof surveyReasons)[number];

/** The question how satisfied the person is, asked once a round. */
export interface Survey {
  feedbackId: string;
  round: number;
  askedAt: Date;
  /** From then on it is not taken any more. */
  expiresAt: Date;
  /** When the one reminder goes out unless it was answered; null when it would come too late. */
  remindedAt: Date | null;
  ratedAt: Date | null;
  isSatisfied: boolean | null;
  /** In the order in which they were given. */
  reasons: SurveyReason[];
}

/** Where surveys are kept. */
export interface SurveyStore {
  /** Adds it unless the round has one. */
  open(survey: Survey): Promise<void>;
  find(feedbackId: string, round: number): Promise<Survey | undefined>;
  /** Keeps what the person says now. */
  rate(survey: Survey): Promise<void>;
}

/** Whole days after the day of asking in which an answer is taken. */
const surveyOpenDays = 14;
const remindAfterWorkingDays = 3;
const surveyNotices = ["case-survey", "case-survey-again"] as const;

/**
 * Asks how satisfied the person is once their case is closed, and once more when they do not answer; takes the question
 * back when they ask for a reopening. Who cannot be reached is not asked.
 */
export async function followWithSurvey(
  matter: FeedbackCase,
  event: CaseEvent,
  { now, calendar }: { now: Date; calendar: WorkingCalendar },
  tools: FeedbackTools,
): Promise<void> {
  if (event.kind === "reopening-requested") await takeBack(matter, event.kind, now, tools);
  if (event.kind !== "closed" || matter.conversationId === null) return;
  const survey = planSurvey(matter, now, calendar);
  await tools.surveys.open(survey);
  const at = { expiresAt: survey.expiresAt, until: survey.expiresAt };
  const planned = [
    caseNotice("case-survey", matter, { now, calendar }, event, { ...at, dueAt: survey.askedAt }),
    survey.remindedAt &&
      caseNotice("case-survey-again", matter, { now, calendar }, event, { ...at, dueAt: survey.remindedAt }),
  ];
  await tools.notices.plan(
    planned.filter((notice) => notice !== undefined && notice !== null),
    now,
  );
}

function planSurvey(matter: FeedbackCase, now: Date, calendar: WorkingCalendar): Survey {
  const askedAt = nextOpening(now, calendar);
  const expiresAt = instantOn(addDays(dayOf(askedAt), surveyOpenDays + 1));
  const again = openingOn(addWorkingDays(dayOf(askedAt), remindAfterWorkingDays, calendar), calendar);
  return {
    feedbackId: matter.id,
    round: matter.round,
    askedAt,
    expiresAt,
    remindedAt: again < expiresAt ? again : null,
    ratedAt: null,
    isSatisfied: null,
    reasons: [],
  };
}

export type Rating =
  | { kind: "satisfaction"; isSatisfied: boolean }
  | { kind: "reason"; reason: SurveyReason; words?: string };

export type RatingOutcome =
  | { kind: "rated"; matter: FeedbackCase; survey: Survey; before: boolean | null }
  /** It says what they had said already: nothing changed. */
  | { kind: "repeated"; matter: FeedbackCase; survey: Survey }
  | { kind: "expired"; matter: FeedbackCase; survey: Survey }
  /** The round has not been asked about. */
  | { kind: "not-asked"; matter: FeedbackCase }
  | { kind: "not-found" };

/**
 * Takes down how satisfied the person who sent a case is, or one more reason why not. What they say last counts until
 * the survey expires; all of it stays in the history.
 */
export async function rateCase(
  {
    code,
    person,
    rating,
    channel,
    now,
  }: { code: string; person: string; rating: Rating; channel: string; now: Date },
  tools: FeedbackTools,
): Promise<RatingOutcome> {
  const file = await tools.feedback.lock(code);
  if (file?.matter.person !== person) return { kind: "not-found" };
  const { matter } = file;
  const survey = await tools.surveys.find(matter.id, matter.round);
  if (!survey) return { kind: "not-asked", matter };
  if (now >= survey.expiresAt) return { kind: "expired", matter, survey };
  const rated = applyRating(survey, rating);
  if (!rated) return { kind: "repeated", matter, survey };

  const next: Survey = { ...survey, ...rated, ratedAt: now };
  await tools.surveys.rate(next);
  await tools.feedback.save(matter, [
    {
      happenedAt: now,
      kind: "rated",
      fromStatus: null,
      toStatus: null,
      actor: { kind: "citizen", person },
      channel,
      reason: (rating.kind === "reason" && rating.words) || null,
      detail: { ...rated, round: survey.round },
    },
  ]);
  await takeBack(matter, "rated", now, tools);
  return { kind: "rated", matter, survey: next, before: survey.isSatisfied };
}

/** A reason is only taken from someone who is not satisfied: a button pressed late changes no mind. */
function applyRating(
  { isSatisfied, reasons }: Survey,
  rating: Rating,
): Pick<Survey, "isSatisfied" | "reasons"> | undefined {
  if (rating.kind === "satisfaction")
    return rating.isSatisfied === isSatisfied ? undefined : { isSatisfied: rating.isSatisfied, reasons: [] };
  const isNews = !reasons.includes(rating.reason) || rating.words !== undefined;
  return isSatisfied === false && isNews
    ? { isSatisfied, reasons: [...new Set([...reasons, rating.reason])] }
    : undefined;
}

function takeBack(matter: FeedbackCase, reason: string, now: Date, tools: FeedbackTools): Promise<void> {
  return tools.notices.cancel({ kind: "feedback", id: matter.id }, reason, now, surveyNotices);
}
