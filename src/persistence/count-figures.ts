import { countingWindow } from "../domain/statistics/counting-window.ts";
import type { BreakdownRow } from "../domain/statistics/figures.ts";
import type { Breakdown, FiguresQuestion } from "../domain/statistics/figures-question.ts";
import type { Sql } from "./database.ts";
import { noSums } from "./kept-figures/figure-measures.ts";
import { figuresBetween, type CountedFigures } from "./kept-figures/figures-between.ts";
import { readKeptFigures } from "./kept-figures/read-kept-figures.ts";
import { readCounts, type DossierCounts } from "./statistics-rows.ts";
import { breakdownSql, dossierCountsSql } from "./statistics-sql.ts";

/** The dossier figures of a question, of the kept sums where there are such. */
export async function countFigures(sql: Sql, question: FiguresQuestion): Promise<CountedFigures> {
  const kept = await readKeptFigures(sql, question);
  if (!kept) return countOneByOne(sql, question);
  const { dossiers, linked } = kept[0] ?? figuresBetween(noSums, noSums, noSums);
  return { dossiers, linked };
}

/** The same, of the dossiers themselves: as dear as there are dossiers. */
export async function countOneByOne(
  sql: Sql,
  { period, now, ...filter }: FiguresQuestion,
): Promise<CountedFigures> {
  const values = windowValues({ period, now });
  const [row] = await sql.query<DossierCounts & { linkedHorizontal: number; linkedVertical: number }>(
    dossierCountsSql(filter, values),
    values,
  );
  const { linkedHorizontal: horizontal, linkedVertical: vertical, ...counts } = row!;
  return { dossiers: readCounts(counts), linked: { horizontal, vertical } };
}

/** The rows of a breakdown, of the dossiers themselves. */
export async function countPartsOneByOne(
  sql: Sql,
  { period, now, by, ...filter }: FiguresQuestion & { by: Breakdown },
): Promise<BreakdownRow[]> {
  const values = windowValues({ period, now });
  const rows = await sql.query<DossierCounts & { code: string; name: string }>(
    breakdownSql(by, filter, values),
    values,
  );
  return rows.map(({ code, name, ...counts }) => ({ code, name, dossiers: readCounts(counts) }));
}

function windowValues({ period, now }: Pick<FiguresQuestion, "period" | "now">): unknown[] {
  const { start, end, lateBefore } = countingWindow(period, now);
  return [start, end, lateBefore];
}
