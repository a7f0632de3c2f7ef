import { outcomeOf } from "../domain/deadlines/outcome.ts";
import { countingWindow } from "../domain/statistics/counting-window.ts";
import type { HandledSpan } from "../domain/statistics/handling-time.ts";
import type {
  HandledRow,
  ListedDossier,
  ReportedDossier,
  ReportedDossierStore,
  ReportReader,
  ReportSource,
} from "../domain/statistics/report-source.ts";
import type { Database, Sql } from "./database.ts";
import { handledSpansBySql, handledSpansSql, listedCountSql, listedSql } from "./listed-sql.ts";
import { createStatisticsStore } from "./statistics-store.ts";

type ListedRow = Omit<ListedDossier, "outcome"> & { isDueOver: boolean | null };

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

export function createReportedDossierStore(sql: Sql): ReportedDossierStore {
  return {
    async list({ period, now, limit, offset = 0, ...question }) {
      const { start, end, lateBefore } = countingWindow(period, now);
      const values: unknown[] = [start, end, lateBefore];
      const rows = await sql.query<ListedRow>(listedSql(question, { limit, offset }, values), values);
      return rows.map(({ isDueOver, ...row }) => ({ ...row, outcome: standing(row, isDueOver) }));
    },
    async count({ period, now, ...question }) {
      const { start, end, lateBefore } = countingWindow(period, now);
      const values: unknown[] = [start, end, lateBefore];
      const [row] = await sql.query<{ count: number }>(listedCountSql(question, values), values);
      return row!.count;
    },
    async handledSpans({ period, now, ...filter }) {
      const { start, end } = countingWindow(period, now);
      const values: unknown[] = [start, end];
      return await sql.query<HandledSpan>(handledSpansSql(filter, values), values);
    },
    async handledSpansBy({ period, now, by, ...filter }) {
      const { start, end } = countingWindow(period, now);
      const values: unknown[] = [start, end];
      return await sql.query<HandledRow>(handledSpansBySql(by, filter, values), values);
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
