import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { addWorkingDays, workingDaysBetween } from "../deadlines/working-time.ts";
import type { Figures, StatisticsStore } from "../statistics/figures.ts";
import { freeRange, progress } from "../statistics/periods.ts";
import { addDays, dayOf, type Day } from "../vietnam-time.ts";
import type { QualityCounts, QualityQuestion, ServiceQualityStore } from "./handling-quality.ts";
import type { TargetStore } from "./target.ts";
import { partsOf } from "./target-indicators.ts";
import { targetStanding, type Pace, type TargetStanding } from "./target-outlook.ts";

export interface StandingsTools {
  statistics: StatisticsStore;
  serviceQuality: ServiceQualityStore;
  targets: Pick<TargetStore, "inForce">;
  calendar: WorkingCalendar;
}

export interface Standings {
  figures: Figures;
  quality: QualityCounts;
  /** Of the indicators that have a target. */
  standings: TargetStanding[];
}

const paceDays = 20;

/** How the indicators of a period stand towards their targets; undefined when there is no such unit. */
export async function readStandings(
  question: QualityQuestion,
  { statistics, serviceQuality, targets, calendar }: StandingsTools,
): Promise<Standings | undefined> {
  const read = async (asked: QualityQuestion) => {
    const figures = await statistics.figures(asked);
    return figures && { figures, quality: await serviceQuality.counts(asked) };
  };
  const whole = await read(question);
  if (!whole) return undefined;
  const inForce = await targets.inForce(question);
  const pace = inForce.length ? paceOf(question, calendar) : undefined;
  const recent = pace && (await read({ ...question, period: freeRange(pace.from, dayOf(question.now)) }));
  const standings = inForce.map((target) => {
    // What was carried over came before: only what is received counts for the pace.
    const paceIndicator =
      target.indicator === "onlineRateOfHandled" ? "onlineRateOfReceived" : target.indicator;
    return targetStanding(
      target,
      partsOf(target.indicator, whole.figures, whole.quality),
      pace && recent && { pace, recent: partsOf(paceIndicator, recent.figures, recent.quality) },
    );
  });
  return { ...whole, standings };
}

/** Today counts as one of the days gone: what comes in this evening is not forecast. */
function paceOf({ period, now }: QualityQuestion, calendar: WorkingCalendar): Pace | undefined {
  if (progress(period, now) !== "running") return undefined;
  const today = dayOf(now);
  const earliest = addDays(addWorkingDays(today, -paceDays, calendar), 1);
  const from: Day = earliest > period.from ? earliest : period.from;
  return {
    from,
    workingDays: workingDaysBetween(addDays(from, -1), today, calendar),
    daysLeft: workingDaysBetween(today, period.to, calendar),
  };
}
