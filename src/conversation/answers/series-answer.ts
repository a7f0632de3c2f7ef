import {
  partOf,
  type ChosenOnlineRate,
  type FigureMeasure,
} from "../../domain/statistics/figure-measures.ts";
import type { SeriesPoint } from "../../domain/statistics/period-series.ts";
import { progress } from "../../domain/statistics/periods.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { measureName, showScope, showShare, type ScopeNames, type Speech } from "./question-words.ts";

/** Several periods in a table, oldest first; the first line tells how the last differs from the one before. */
export function seriesAnswer(
  asked: FiguresAsked & { measure: Exclude<FigureMeasure, "handlingTime">; count: number },
  series: readonly SeriesPoint[],
  { chosen, now }: { chosen: ChosenOnlineRate; now: Date },
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
    paragraph(finding(asked.measure, series, chosen, speech)),
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
  series: readonly SeriesPoint[],
  chosen: ChosenOnlineRate,
  { say, language }: Speech,
): string {
  const parts = series.map(({ dossiers }) => partOf(measure, dossiers, chosen));
  const [before, now] = [parts.at(-2), parts.at(-1)!];
  const isRate = measure === "onlineRate" || measure === "onTimeRate";
  const shown = ({ part, whole }: (typeof parts)[number]) =>
    isRate ? showShare(part, whole ?? 0, language) : showNumber(part, language);
  const told = { last: showPeriod(say, language, series.at(-1)!.period), value: shown(now) };
  if (before === undefined) return say(language, "series-finding-one", told);
  const value = ({ part, whole }: (typeof parts)[number]) => (isRate ? part / (whole || 1) : part);
  const change = value(now) - value(before);
  if (change === 0) return say(language, "series-finding-same", told);
  const by = showNumber(Math.abs(isRate ? change * 100 : change), language);
  const direction = change > 0 ? "up" : "down";
  return say(language, isRate ? `series-finding-points-${direction}` : `series-finding-${direction}`, {
    ...told,
    by,
  });
}
