import {
  partOf,
  type ChosenOnlineRate,
  type FigureMeasure,
} from "../../domain/statistics/figure-measures.ts";
import type { DossierFigures } from "../../domain/statistics/figures.ts";
import type { SeriesPoint } from "../../domain/statistics/period-series.ts";
import { fewestToCompare } from "../../domain/statistics/small-numbers.ts";
import { progress } from "../../domain/statistics/periods.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showShare } from "../../wording/show-share.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { measureName, showScope, type ScopeNames, type Speech } from "./question-words.ts";

/** What the last of several periods is set beside: the one before, as of `at` where the last still runs. */
export interface BeforeLast {
  at?: Date;
  dossiers: DossierFigures;
}

/** Several periods in a table, oldest first; the first line tells how the last differs from the one before. */
export function seriesAnswer(
  asked: FiguresAsked & { measure: Exclude<FigureMeasure, "handlingTime">; count: number },
  series: readonly SeriesPoint[],
  { chosen, now, before }: { chosen: ChosenOnlineRate; now: Date; before: BeforeLast | undefined },
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const periodName = ({ period }: SeriesPoint) => showPeriod(say, language, period);
  const last = series.at(-1)!;
  const told = {
    scope: showScope(asked, names, speech),
    measure: measureName(asked.measure, speech),
    count: series.length,
    first: periodName(series[0]!),
    last: periodName(last),
  };
  const isRunning = progress(last.period, now) === "running";
  return [
    paragraph(say(language, "series-headline", told), "strong"),
    paragraph(finding(asked.measure, last, before, chosen, speech)),
    {
      kind: "table",
      head: [
        say(language, "series-name"),
        ...(["received", "resolved", "late", "open"] as const).map((key) =>
          say(language, `breakdown-${key}`),
        ),
        say(language, "series-onTime"),
        say(language, "breakdown-online"),
      ],
      rows: series.map((point) => {
        const { received, resolved, open } = point.dossiers;
        return [
          periodName(point),
          ...[received.total, resolved.total, partOf("late", point.dossiers, chosen).part, open.total].map(
            (count) => showNumber(count, language),
          ),
          showShare(resolved.early + resolved.onTime, resolved.total, language),
          showNumber(received.online, language),
        ];
      }),
    },
    ...(series.length < asked.count
      ? [paragraph(say(language, "series-cut", { ...told, count: asked.count }), "muted")]
      : []),
    ...(isRunning
      ? [paragraph(say(language, "series-running", { period: told.last, at: showInstant(now) }), "muted")]
      : []),
  ];
}

function finding(
  measure: Exclude<FigureMeasure, "handlingTime">,
  last: SeriesPoint,
  beforeLast: BeforeLast | undefined,
  chosen: ChosenOnlineRate,
  { say, language }: Speech,
): string {
  const isRate = measure === "onlineRate" || measure === "onTimeRate";
  const now = partOf(measure, last.dossiers, chosen);
  const told = {
    last: showPeriod(say, language, last.period),
    value: isRate ? showShare(now.part, now.whole ?? 0, language) : showNumber(now.part, language),
  };
  if (!beforeLast) return say(language, "series-finding-one", told);
  const before = partOf(measure, beforeLast.dossiers, chosen);
  if (isRate && [now, before].some(({ whole }) => (whole ?? 0) < fewestToCompare))
    return say(language, "series-finding-few", told);
  const value = ({ part, whole }: typeof now) => (isRate ? part / whole! : part);
  const change = value(now) - value(before);
  const { at } = beforeLast;
  const than = at
    ? say(language, "series-before-at", { at: showInstant(at) })
    : say(language, "series-before");
  if (change === 0) return say(language, "series-finding-same", { ...told, than });
  const by = showNumber(Math.abs(isRate ? change * 100 : change), language);
  const direction = change > 0 ? "up" : "down";
  const key = isRate
    ? (`series-finding-points-${direction}` as const)
    : (`series-finding-${direction}` as const);
  return say(language, key, { ...told, than, by });
}
