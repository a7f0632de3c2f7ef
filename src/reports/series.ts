import type { Figures } from "../domain/statistics/figures.ts";
import type { Period } from "../domain/statistics/period.ts";
import { namedPeriodAt, previousPeriod } from "../domain/statistics/periods.ts";
import type { ReportReader } from "../domain/statistics/report-source.ts";
import { addDays, dayOf } from "../domain/vietnam-time.ts";
import type { ReportQuestion } from "./report-material.ts";

/** A period whose data begin later than this lacks some: beside whole ones it would mislead. */
const mostDaysMissing = 7;

/** The period and those of its kind before it, oldest first, as far back as there are data for all of it. */
export async function seriesUpTo(
  question: ReportQuestion,
  { statistics }: ReportReader,
  count: number,
): Promise<Figures[]> {
  const extent = await statistics.extent();
  const periods = [question.period];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0]!));
  const filled = periods.filter(
    (period) => period === question.period || (extent && addDays(period.from, mostDaysMissing) > extent.from),
  );
  const series: Figures[] = [];
  for (const period of filled) {
    const figures = await statistics.figures({ ...question, period });
    if (figures) series.push(figures);
  }
  return series;
}

/** The last month of a period that has begun: its own last, or the present one while the period runs. */
export function lastMonth({ period, now }: ReportQuestion): Period {
  const today = dayOf(now);
  return namedPeriodAt("month", today < period.to ? today : period.to, period.basis);
}
