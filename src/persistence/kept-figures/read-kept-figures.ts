import { countingWindow } from "../../domain/statistics/counting-window.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { instantOn } from "../../domain/vietnam-time.ts";
import type { Sql } from "../database.ts";
import { figureMeasures, type FigureSums } from "./figure-measures.ts";
import { figuresBetween, type CountedFigures } from "./figures-between.ts";
import { halfMonthOf } from "./half-month.ts";
import { isKept, type KeptQuestion } from "./kept-cells.ts";
import { keptSums } from "./kept-sql.ts";

/** The whole, or one part of a breakdown. */
export interface KeptRow extends CountedFigures {
  /** A unit's code, a field's name, a mode; empty for the whole. */
  code: string;
  name: string;
}

interface SumRow extends FigureSums {
  code: string;
  name: string;
  /** As in keptSql. */
  place: number;
  isAlone: boolean;
}

/**
 * The figures of a period, added up from the sums that are kept and the changes not folded yet: at the same cost however
 * many dossiers there are. Undefined when sums are not kept so finely. Rows that have anything, in the order of their codes.
 */
export async function readKeptFigures(
  sql: Sql,
  { period, now, ...question }: KeptQuestion & { period: Period; now: Date },
): Promise<KeptRow[] | undefined> {
  const { start, end, lateBefore, doneBefore } = countingWindow(period, now);
  const days = [period.from, lateBefore, doneBefore];
  // Days in order are what the sums are read by; those of a period that lies ahead are not.
  if (end <= start || !isKept(question, days)) return undefined;
  const isRunning = instantOn(doneBefore) > end;
  const values: unknown[] = [days, days.map(halfMonthOf), ...(isRunning ? [end] : [])];
  const sums = await sql.query<SumRow>(keptSums(question, isRunning, values), values);
  return [...new Set(sums.map(({ code }) => code))].map((code) => {
    const own = sums.filter((row) => row.code === code);
    const [atStart, late, atEnd] = days.map((_, place) => sumBefore(own, place));
    return { code, name: own[0]!.name, ...figuresBetween(atStart!, late!, atEnd!) };
  });
}

function sumBefore(sums: readonly SumRow[], at: number): FigureSums {
  const before = sums.filter(({ place, isAlone }) => (isAlone ? place === at : place <= at));
  return Object.fromEntries(
    figureMeasures.map((measure) => [measure, before.reduce((sum, row) => sum + row[measure], 0)]),
  ) as FigureSums;
}
