import type { App } from "./app.ts";
import {
  digestPeriod,
  planFiguresDigest,
  rhythmsDue,
  type Rhythm,
} from "./domain/statistics/figures-digest.ts";
import type { StatisticsStore } from "./domain/statistics/figures.ts";
import { previousPeriod } from "./domain/statistics/periods.ts";
import { dayOf } from "./domain/vietnam-time.ts";
import { createFigureSubscriptionStore } from "./persistence/figure-subscription-store.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import { createNoticeStore } from "./persistence/notice-store.ts";
import { createStatisticsStore } from "./persistence/statistics-store.ts";

/** Plans the figures that leaders have sent to them, on the mornings they are due; each once, whoever plans. */
export async function planFiguresDigests({ database, clock, surroundings }: App): Promise<void> {
  const now = clock();
  const { calendars, settings } = await surroundings();
  const due = rhythmsDue(now, calendars.of(), settings.periodBasis);
  if (due.length === 0) return;
  await database.transaction(async (sql) => {
    const subscriptions = await createFigureSubscriptionStore(sql).take(due, dayOf(now));
    const statistics = createStatisticsStore(sql);
    const read = new Map<string, Awaited<ReturnType<typeof readFigures>>>();
    for (const subscription of subscriptions) {
      const { rhythm, unitCode } = subscription;
      const key = `${rhythm} ${unitCode}`;
      const known = read.get(key) ?? (await readFigures(rhythm, unitCode));
      read.set(key, known);
      const notice = known && planFiguresDigest(subscription, known, now);
      if (!notice) continue;
      await createFigureRunStore(sql).keep({ askedAt: now, unitCode, figures: known.figures });
      await createNoticeStore(sql).plan([notice], now);
    }

    async function readFigures(rhythm: Rhythm, unitCode: string) {
      const period = digestPeriod(rhythm, dayOf(now), settings.periodBasis);
      return await readDigestFigures(statistics, { period, now, unitCode });
    }
  });
}

async function readDigestFigures(
  statistics: StatisticsStore,
  question: Parameters<StatisticsStore["figures"]>[0],
) {
  const figures = await statistics.figures(question);
  const previous = await statistics.figures({ ...question, period: previousPeriod(question.period) });
  const byField = await statistics.breakdown({ ...question, by: "field" });
  return figures && previous ? { figures, previous, byField } : undefined;
}
