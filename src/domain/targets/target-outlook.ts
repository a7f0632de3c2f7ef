import type { Day } from "../vietnam-time.ts";
import { rateOf, shortOf, type RateParts, type TargetIndicator } from "./target-indicators.ts";

/** The days of a period that forecasts are made of. */
export interface Pace {
  /** The working days before now that the rest is taken to be like; at most twenty, and of this period. */
  from: Day;
  workingDays: number;
  /** Working days after today until the period's end. */
  daysLeft: number;
}

export interface Outlook {
  /** How many working days the pace is taken from, and what came on them. */
  pace: Pace;
  recent: RateParts;
  /** What is still to come until the period's end, if the rest is like these days. */
  toCome: number;
  /** The rate at the period's end, if it goes on so. */
  rate: number;
  /** How many of what is to come must be good for the target to be met; more than `toCome` when it is out of reach. */
  needed: number;
}

/** How an indicator stands towards its target. */
export interface TargetStanding {
  indicator: TargetIndicator;
  /** 0–1. */
  target: number;
  source: string;
  parts: RateParts;
  /** 0–1, or null where there is nothing to divide by. */
  actual: number | null;
  isMet: boolean | null;
  /** How many more of those counted so far would have had to be good; 0 when it is met. */
  short: number;
  /** Whether there are days of the period to come. */
  isRunning: boolean;
  /** Undefined for a period that is over, and where too little has come yet to say anything. */
  outlook?: Outlook;
}

const fewestDays = 5;
const fewestCases = 20;

/** `recent` is what came on the days of the pace; without a pace the period is over or not begun. */
export function targetStanding(
  { indicator, target, source }: Pick<TargetStanding, "indicator" | "target" | "source">,
  parts: RateParts,
  going: { pace: Pace; recent: RateParts } | undefined,
): TargetStanding {
  const actual = rateOf(parts);
  const outlook = going && outlookOf(target, parts, going.pace, going.recent);
  return {
    indicator,
    target,
    source,
    parts,
    actual,
    isMet: actual === null ? null : actual >= target,
    short: shortOf(target, parts),
    isRunning: going !== undefined,
    ...(outlook && { outlook }),
  };
}

function outlookOf(
  target: number,
  { good, whole }: RateParts,
  pace: Pace,
  recent: RateParts,
): Outlook | undefined {
  if (pace.workingDays < fewestDays || recent.whole < fewestCases) return undefined;
  const perDay = { good: recent.good / pace.workingDays, whole: recent.whole / pace.workingDays };
  const toCome = Math.round(perDay.whole * pace.daysLeft);
  const end = { good: good + perDay.good * pace.daysLeft, whole: whole + perDay.whole * pace.daysLeft };
  return {
    pace,
    recent,
    toCome,
    rate: end.good / end.whole,
    needed: shortOf(target, { good, whole: whole + toCome }),
  };
}
