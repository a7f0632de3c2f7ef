import { outcomeOf } from "../domain/deadlines/outcome.ts";
import { countingWindow } from "../domain/statistics/counting-window.ts";
import type {
  ReportedDossier,
  ReportedDossierStore,
  ReportReader,
  ReportSource,
} from "../domain/statistics/report-source.ts";
import type { Database, Sql } from "./database.ts";
import { listedSql } from "./statistics-sql.ts";
import { createStatisticsStore } from "./statistics-store.ts";

type ListedRow = Omit<ReportedDossier, "outcome"> & { isDueOver: boolean | null };

export function createReportSource(database: Pick<Database, "transaction">): ReportSource {
  return {
    atOneMoment: (work) =>
      database.transaction(async (sql) => {
        await sql.query("set transaction isolation level repeatable read, read only");
        return work(createReportReader(sql));
      }),
  };
}

export function createReportReader(sql: Sql): ReportReader {
  return { statistics: createStatisticsStore(sql), dossiers: createReportedDossierStore(sql) };
}

function createReportedDossierStore(sql: Sql): ReportedDossierStore {
  return {
    async list({ period, now, unitCode, limit }) {
      const { start, end, lateBefore } = countingWindow(period, now);
      const rows = await sql.query<ListedRow>(listedSql, [start, end, lateBefore, unitCode ?? null, limit]);
      return rows.map(({ isDueOver, ...row }) => ({ ...row, outcome: standing(row, isDueOver) }));
    },
  };
}

/** How a dossier stood at the period's end: `resolvedOn` is null when it was open then. */
export function standing(
  { dueOn, resolvedOn }: Pick<ReportedDossier, "dueOn" | "resolvedOn">,
  isDueOver: boolean | null,
): ReportedDossier["outcome"] {
  if (resolvedOn !== null) return outcomeOf(dueOn, resolvedOn);
  return isDueOver ? "open-late" : "open";
}
