import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { isWorkingDay } from "../deadlines/working-time.ts";
import type { PlannedNotice } from "../notices/notice.ts";
import { partsOfFigures, shortOf } from "../targets/target-indicators.ts";
import { addDays, dayOf, instantOn, type Day } from "../vietnam-time.ts";
import { runIdOf } from "./figure-run.ts";
import type { BreakdownRow, Figures } from "./figures.ts";
import type { Period, PeriodBasis } from "./period.ts";
import { namedPeriodAt, previousPeriod, weekOf } from "./periods.ts";

/** How often a leader has the figures sent. */
export const rhythms = ["weekly", "monthly", "quarterly"] as const;
export type Rhythm = (typeof rhythms)[number];

export interface FigureSubscription {
  username: string;
  unitCode: string;
  rhythm: Rhythm;
}

/** Who has which figures sent. Its functions throw StoreUnavailableError. */
export interface FigureSubscriptionStore {
  of(username: string): Promise<Rhythm[]>;
  set(username: string, rhythm: Rhythm, isOn: boolean, now: Date): Promise<void>;
  /** Those of these rhythms who have not been considered on this day; considered with this. */
  take(rhythms: readonly Rhythm[], on: Day): Promise<FigureSubscription[]>;
}

/** The kind of these notices: they come at the hour that was asked for, before the doors open. */
export const figuresDigestKind = "figures-digest";

interface MissedTarget {
  indicator: string;
  actual: number;
  target: number;
  source: string;
  /** How many more dossiers it would have taken. */
  short?: number;
}

/** What a digest says, as JSON. */
export interface FiguresDigestFacts {
  rhythm: Rhythm;
  period: Period;
  unit: Figures["unit"];
  received: number;
  resolved: number;
  /** 0–1. */
  onTimeRate: number | null;
  resolvedLate: number;
  open: number;
  openLate: number;
  previous: { received: number; resolved: number };
  feedback: { received: number; unanswered: number };
  missedTargets: MissedTarget[];
  /** Fields with something late, the most first. */
  lateFields: { name: string; late: number }[];
  isDemonstration: boolean;
  /** What the figures can be asked for again by. */
  run?: string;
}

/** 07:15, before Monday's meeting; not after the morning. */
const fromMinute = 7 * 60 + 15;
const untilMinute = 11 * 60 + 30;
const lifetimeMs = 8 * 3_600_000;
const fieldsShown = 3;

/** The period that a digest of a day would be about: the last that is over. */
export function digestPeriod(rhythm: Rhythm, on: Day, basis: PeriodBasis): Period {
  if (rhythm === "weekly") return weekOf(addDays(on, -7));
  return previousPeriod(namedPeriodAt(rhythm === "monthly" ? "month" : "quarter", on, basis));
}

/** The rhythms whose digest is to go out now: on the first working morning after their period. */
export function rhythmsDue(now: Date, calendar: WorkingCalendar, basis: PeriodBasis): Rhythm[] {
  const today = dayOf(now);
  const isHour = now >= instantOn(today, fromMinute) && now < instantOn(today, untilMinute);
  if (!isHour || !isWorkingDay(today, calendar)) return [];
  return rhythms.filter((rhythm) => {
    const first = addDays(digestPeriod(rhythm, today, basis).to, 1);
    return isFirstWorkingDay(today, first, calendar);
  });
}

function isFirstWorkingDay(today: Day, first: Day, calendar: WorkingCalendar): boolean {
  for (let day = first; day < today; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) return false;
  return true;
}

/** The digest for one leader; undefined when there is nothing worth reading, which the monthly one never lacks. */
export function planFiguresDigest(
  { username, rhythm }: FigureSubscription,
  { figures, previous, byField }: { figures: Figures; previous: Figures; byField: readonly BreakdownRow[] },
  now: Date,
): PlannedNotice | undefined {
  const facts = factsOf(rhythm, figures, previous, byField);
  if (!isWorthReading(facts)) return undefined;
  return {
    key: `${figuresDigestKind}:${rhythm}:${figures.period.from}:${username}`,
    kind: figuresDigestKind,
    recipient: { kind: "staff", username },
    facts: { ...facts },
    dueAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMs),
  };
}

function isWorthReading({ rhythm, received, resolved, ...facts }: FiguresDigestFacts): boolean {
  const isException =
    facts.openLate + facts.resolvedLate + facts.feedback.unanswered + facts.missedTargets.length > 0;
  if (rhythm === "weekly") return isException;
  return rhythm === "monthly" || isException || received + resolved > 0;
}

function factsOf(
  rhythm: Rhythm,
  figures: Figures,
  previous: Figures,
  byField: readonly BreakdownRow[],
): FiguresDigestFacts {
  const { period, unit, dossiers, feedback, indicators, targets, isDemonstration } = figures;
  return {
    rhythm,
    period,
    unit,
    received: dossiers.received.total,
    resolved: dossiers.resolved.total,
    onTimeRate: indicators.onTimeRate,
    resolvedLate: dossiers.resolved.late,
    open: dossiers.open.total,
    openLate: dossiers.open.late,
    previous: { received: previous.dossiers.received.total, resolved: previous.dossiers.resolved.total },
    feedback: { received: feedback.received, unanswered: feedback.received - feedback.answered },
    missedTargets: targets.flatMap(({ indicator, target, actual, isMet, source }) =>
      isMet === false && actual !== null
        ? [{ indicator, target, actual, source, short: shortOf(target, partsOfFigures(indicator, figures)) }]
        : [],
    ),
    lateFields: byField
      .map((row) => ({ name: row.name, late: row.dossiers.resolved.late + row.dossiers.open.late }))
      .filter(({ late }) => late > 0)
      .toSorted((a, b) => b.late - a.late)
      .slice(0, fieldsShown),
    isDemonstration,
    run: runIdOf(figures),
  };
}
