import type { BreakdownRow } from "./figures.ts";
import { partOf, type ChosenOnlineRate, type FigureMeasure } from "./figure-measures.ts";
import { fewestToCompare } from "./small-numbers.ts";

/** A row with the figure it is ranked by. */
export interface RankedRow extends BreakdownRow {
  part: number;
  /** Undefined where the count stands for itself. */
  whole: number | undefined;
}

export interface Ranking {
  ranked: RankedRow[];
  /** With fewer than ten dossiers to judge by: nobody is set above or below others for so few. */
  tooFew: RankedRow[];
}

/** What says something about those who handle: it is compared only where there is enough of it. */
const judging: ReadonlySet<FigureMeasure> = new Set([
  "late",
  "resolvedLate",
  "openLate",
  "resolvedEarly",
  "resolvedOnTime",
  "onTimeRate",
  "onlineRate",
]);

/** Rates are ranked by the rate, all else by the count; the most first, or the least. */
export function rankRows(
  rows: readonly BreakdownRow[],
  measure: Exclude<FigureMeasure, "handlingTime">,
  chosen: ChosenOnlineRate,
  end: "most" | "least" = "most",
): Ranking {
  const isRate = measure === "onlineRate" || measure === "onTimeRate";
  const value = ({ part, whole }: RankedRow) => (isRate ? part / whole! : part);
  const sign = end === "most" ? -1 : 1;
  const all = rows
    .map((row) => ({ ...row, ...partOf(measure, row.dossiers, chosen) }))
    .toSorted((a, b) => b.part - a.part);
  const isFew = ({ whole }: RankedRow) =>
    judging.has(measure) && whole !== undefined && whole < fewestToCompare;
  return {
    ranked: all.filter((row) => !isFew(row)).toSorted((a, b) => sign * (value(a) - value(b))),
    tooFew: all.filter(isFew),
  };
}
