import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import type { HandlingTime } from "../../domain/statistics/handling-time.ts";
import { fewestToCompare } from "../../domain/statistics/small-numbers.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showBreakdownRow } from "../../wording/show-breakdown-row.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { named, type ScopeNames, type Speech } from "./question-words.ts";

/** How long handling took: median, 90th percentile, longest, in working days. */
export function timeAnswer(
  asked: FiguresAsked,
  time: HandlingTime,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const { count, medianDays, ninetiethDays, longestDays } = time;
  if (medianDays === null || ninetiethDays === null || longestDays === null)
    return [paragraph(say(language, "time-none", named(asked, names, speech)), "strong")];
  const days = (value: number) => say(language, "time-days", { days: showNumber(value, language) });
  return [
    paragraph(
      say(language, "time-headline", {
        ...named(asked, names, speech),
        median: showNumber(medianDays, language),
        ninetieth: showNumber(ninetiethDays, language),
      }),
      "strong",
    ),
    ...(count < fewestToCompare ? [paragraph(say(language, "time-few", { count }), "warning")] : []),
    {
      kind: "facts",
      facts: [
        { label: say(language, "time-median"), value: days(medianDays) },
        { label: say(language, "time-ninetieth"), value: days(ninetiethDays) },
        { label: say(language, "time-longest"), value: days(longestDays) },
        { label: say(language, "time-count"), value: showNumber(count, language) },
      ],
    },
  ];
}

interface TimeRow {
  code: string;
  name: string;
  time: HandlingTime;
}

/** The same row by row, the longest median first; rows of fewer than ten dossiers stand apart. */
export function timesAnswer(
  asked: FiguresAsked & { by: Breakdown },
  rows: readonly TimeRow[],
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const sign = asked.end === "least" ? 1 : -1;
  const median = ({ time }: TimeRow) => time.medianDays ?? 0;
  const enough = rows
    .filter(({ time }) => time.count >= fewestToCompare)
    .toSorted((a, b) => sign * (median(a) - median(b)));
  const few = rows.filter(({ time }) => time.count < fewestToCompare);
  const nameOf = (row: TimeRow) => showBreakdownRow(row, asked.by, say, language);
  const told = named(asked, names, speech);
  const first = enough[0];
  const headline = first
    ? say(language, sign < 0 ? "ranking-time-most" : "ranking-time-least", {
        ...told,
        name: nameOf(first),
        count: showNumber(median(first), language),
      })
    : say(language, "ranking-too-few-all", told);
  const written = (value: number | null) => (value === null ? "–" : showNumber(value, language));
  return [
    paragraph(headline, "strong"),
    ...(enough.length
      ? [
          {
            kind: "table" as const,
            head: [
              say(language, `breakdown-name-${asked.by}`),
              say(language, "time-median"),
              say(language, "time-ninetieth"),
              say(language, "time-count"),
            ],
            rows: enough.map((row) => [
              nameOf(row),
              written(row.time.medianDays),
              written(row.time.ninetiethDays),
              showNumber(row.time.count, language),
            ]),
          },
        ]
      : []),
    ...(few.length
      ? [
          paragraph(
            say(language, "ranking-too-few", {
              rows: few.map((row) => `${nameOf(row)} (${showNumber(row.time.count, language)})`).join("; "),
            }),
            "muted",
          ),
        ]
      : []),
  ];
}
