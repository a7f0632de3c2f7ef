import { countingWindow } from "../domain/statistics/counting-window.ts";
import type {
  LostCase,
  QualityCounts,
  QualityQuestion,
  ServiceQualityStore,
} from "../domain/targets/handling-quality.ts";
import type { Sql } from "./database.ts";
import { lostSql, qualitySql } from "./handling-quality-sql.ts";

/** Service quality counted from the rows themselves. */
export function createServiceQualityStore(sql: Sql): ServiceQualityStore {
  return {
    async counts(question) {
      const [counts] = await sql.query<QualityCounts>(qualitySql, valuesOf(question));
      return counts!;
    },
    lost: ({ indicator, limit, offset, ...question }) =>
      sql.query<LostCase>(lostSql[indicator], [...valuesOf(question), limit, offset]),
  };
}

function valuesOf({ period, now, unitCode }: QualityQuestion) {
  const { start, end, lateBefore } = countingWindow(period, now);
  return [start, end, lateBefore, unitCode ?? null];
}
