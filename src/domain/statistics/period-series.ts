import type { DossierFigures, StatisticsStore } from "./figures.ts";
import type { FiguresQuestion } from "./figures-question.ts";
import type { Period } from "./period.ts";
import { previousPeriod } from "./periods.ts";

/** The dossier figures of one period among several. */
export interface SeriesPoint {
  period: Period;
  dossiers: DossierFigures;
}

/** The period and those of its kind before it, oldest first. */
function periodsUpTo(period: Period, count: number): Period[] {
  const periods = [period];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0]!));
  return periods;
}

/** The same question of the period and those of its kind before it, oldest first. */
export async function dossierSeries(
  question: FiguresQuestion,
  count: number,
  statistics: Pick<StatisticsStore, "dossiers">,
): Promise<SeriesPoint[]> {
  const series: SeriesPoint[] = [];
  for (const period of periodsUpTo(question.period, count))
    series.push({ period, dossiers: await statistics.dossiers({ ...question, period }) });
  return series;
}
