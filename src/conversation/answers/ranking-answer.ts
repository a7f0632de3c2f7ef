import type { BreakdownRow } from "../../domain/statistics/figures.ts";
import type { ChosenOnlineRate, FigureMeasure } from "../../domain/statistics/figure-measures.ts";
import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import { rankRows, type RankedRow } from "../../domain/statistics/rank-rows.ts";
import { showShare } from "../../wording/show-share.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showBreakdownRow } from "../../wording/show-breakdown-row.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { measureName, named, type ScopeNames, type Speech } from "./question-words.ts";

const mostRows = 15;

/** One figure row by row, ranked; those with too little to be compared stand apart, unranked. */
export function rankingAnswer(
  asked: FiguresAsked & { by: Breakdown; measure: Exclude<FigureMeasure, "handlingTime"> },
  rows: readonly BreakdownRow[],
  chosen: ChosenOnlineRate,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const { by, measure } = asked;
  const { ranked, tooFew } = rankRows(rows, measure, chosen, asked.end);
  const nameOf = (row: BreakdownRow) => showBreakdownRow(row, by, say, language);
  const isOfWhole = ranked.some(({ whole }) => whole !== undefined);
  const head = [
    say(language, `breakdown-name-${by}`),
    say(language, "ranking-column-count"),
    ...(isOfWhole ? [say(language, "ranking-column-whole"), say(language, "ranking-column-share")] : []),
  ];
  const shown = ranked.slice(0, mostRows);
  const cells = (row: RankedRow) => [
    nameOf(row),
    showNumber(row.part, language),
    ...(isOfWhole
      ? [showNumber(row.whole ?? 0, language), showShare(row.part, row.whole ?? 0, language)]
      : []),
  ];
  const few = tooFew.map((row) =>
    say(language, "ranking-too-few-row", {
      name: nameOf(row),
      part: showNumber(row.part, language),
      whole: showNumber(row.whole ?? 0, language),
    }),
  );
  const rest = ranked.length - shown.length;
  return [
    paragraph(headline(asked, ranked, tooFew, names, speech, nameOf), "strong"),
    ...(shown.length ? [{ kind: "table" as const, head, rows: shown.map(cells) }] : []),
    ...(rest > 0
      ? [
          paragraph(
            say(language, "ranking-more", {
              count: rest,
              most: showNumber(Math.max(...ranked.slice(mostRows).map(({ part }) => part)), language),
            }),
            "muted",
          ),
        ]
      : []),
    ...(few.length ? [paragraph(say(language, "ranking-too-few", { rows: few.join("; ") }), "muted")] : []),
  ];
}

function headline(
  asked: FiguresAsked & { by: Breakdown; measure: Exclude<FigureMeasure, "handlingTime"> },
  ranked: readonly RankedRow[],
  tooFew: readonly RankedRow[],
  names: ScopeNames,
  speech: Speech,
  nameOf: (row: RankedRow) => string,
): string {
  const { say, language } = speech;
  const { by, measure, end } = asked;
  const told = { ...named(asked, names, speech), measure: measureName(measure, speech) };
  const isRate = measure === "onlineRate" || measure === "onTimeRate";
  const first = ranked[0];
  if (!isRate && [...ranked, ...tooFew].every(({ part }) => part === 0))
    return say(language, "ranking-none", told);
  if (first === undefined) return say(language, "ranking-too-few-all", told);
  if (end === undefined) return say(language, "ranking-plain", { ...told, by });
  const value = (row: RankedRow) => (isRate ? row.part / row.whole! : row.part);
  const tied = ranked.filter((row) => value(row) === value(first)).slice(0, 3);
  const count = isRate ? showShare(first.part, first.whole ?? 0, language) : showNumber(first.part, language);
  const key = isRate ? (`ranking-rate-${end}` as const) : (`ranking-${end}` as const);
  return say(language, key, { ...told, name: tied.map(nameOf).join(", "), count });
}
