import { runIdOf, type FigureRun, type FigureRunStore } from "../domain/statistics/figure-run.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import type { Sql } from "./database.ts";

interface RunRow {
  id: string;
  askedAt: Date;
  unitCode: string | null;
  figures: Figures;
}

export function createFigureRunStore(sql: Sql): FigureRunStore {
  return {
    async keep({ askedAt, unitCode, figures }) {
      await sql.query(
        `insert into figure_run (id, asked_at, unit_code, figures) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [runIdOf(figures), askedAt, unitCode ?? null, JSON.stringify(figures)],
      );
    },
    async find(id) {
      const [row] = await sql.query<RunRow>(
        `select id, asked_at as "askedAt", unit_code as "unitCode", figures from figure_run where id = $1`,
        [id.toUpperCase()],
      );
      return row && readRun(row);
    },
    async forget(askedBefore) {
      await sql.query(
        `delete from figure_run r where asked_at < $1 and not exists (
           select from figure_snapshot s join unit u on u.id = s.unit_id
           where u.code = r.figures #>> '{unit,code}' and s.period_from::text = r.figures #>> '{period,from}'
             and s.period_to::text = r.figures #>> '{period,to}')`,
        [askedBefore],
      );
    },
  };
}

function readRun({ unitCode, figures, ...row }: RunRow): FigureRun {
  return {
    ...row,
    ...(unitCode !== null && { unitCode }),
    figures: { ...figures, asOf: new Date(figures.asOf) },
  };
}
