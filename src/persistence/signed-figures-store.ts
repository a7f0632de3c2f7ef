import { countingWindow } from "../domain/statistics/counting-window.ts";
import type { BreakdownRow, Figures } from "../domain/statistics/figures.ts";
import type { ReportedDossier } from "../domain/statistics/report-source.ts";
import type { SignedFigures, SignedFiguresStore } from "../domain/statistics/signed-figures.ts";
import type { Sql } from "./database.ts";
import { standing } from "./report-source.ts";
import { everyDossierSql } from "./listed-sql.ts";
import { createStatisticsStore } from "./statistics-store.ts";

interface SnapshotRow {
  id: string;
  signedAt: Date;
  signedBy: string;
  document: string | null;
  figures: Figures;
  byField: BreakdownRow[];
  asOf: Date;
}

type Standing = Omit<ReportedDossier, "code" | "outcome"> & { isDueOver: boolean | null };

interface MovedRow {
  code: string;
  before: Standing | null;
  after: Standing | null;
  total: number;
}

const columns = `s.id, s.signed_at as "signedAt", s.signed_by as "signedBy", s.document, s.figures, s.by_field as "byField",
  (s.figures ->> 'asOf')::timestamptz as "asOf"`;

/** Every dossier behind the figures, its standing in the period as one value. `values` begin with the window's three. */
function listed(unitCode: string | undefined, values: unknown[]): string {
  return `select code, to_jsonb(l) - 'code' as standing from (${everyDossierSql({ unitCode }, values)}) l`;
}

/** Signed figures on PostgreSQL; nothing in them is ever changed. */
export function createSignedFiguresStore(sql: Sql): SignedFiguresStore {
  const statistics = createStatisticsStore(sql);
  const find: SignedFiguresStore["find"] = async ({ period, unitCode }) => {
    const [row] = await sql.query<SnapshotRow>(
      `select ${columns} from figure_snapshot s join unit u on u.id = s.unit_id
       where s.period_from = $1 and s.period_to = $2
         and case when $3::text is null then u.parent_id is null else u.code = $3 end
       order by s.id desc limit 1`,
      [period.from, period.to, unitCode ?? null],
    );
    return row && readSigned(row);
  };
  return {
    find,
    async signOff(question, { name, document }) {
      const { period, now, unitCode } = question;
      const figures = await statistics.figures(question);
      if (!figures) return undefined;
      const byField = await statistics.breakdown({ ...question, by: "field" });
      const { start, end, lateBefore } = countingWindow(period, now);
      const values: unknown[] = [start, end, lateBefore];
      values.push(period.from, period.to, now, name, document ?? null);
      values.push(JSON.stringify(figures), JSON.stringify(byField), figures.unit.code);
      await sql.query(
        `with dossiers as (${listed(unitCode, values)}), snapshot as (
           insert into figure_snapshot
             (unit_id, period_from, period_to, signed_at, signed_by, document, figures, by_field)
           select id, $4, $5, $6, $7, $8, $9, $10 from unit where code = $11
           returning id
         )
         insert into figure_snapshot_dossier (snapshot_id, code, standing)
         select snapshot.id, dossiers.code, dossiers.standing from dossiers, snapshot`,
        values,
      );
      return find(question);
    },
    async dossiers(id, limit) {
      const rows = await sql.query<{ code: string; standing: Standing }>(
        `select code, standing from figure_snapshot_dossier where snapshot_id = $1
         order by standing ->> 'receivedOn', code limit $2`,
        [id, limit],
      );
      return rows.map((row) => readStanding(row.code, row.standing));
    },
    async moved({ id, figures: { period, unit } }, { now, limit, offset }) {
      const { start, end, lateBefore } = countingWindow(period, now);
      const [below] = await sql.query<{ code: string }>(
        "select code from unit where code = $1 and parent_id is not null",
        [unit.code],
      );
      const values: unknown[] = [start, end, lateBefore, id, limit, offset];
      const rows = await sql.query<MovedRow>(
        `with after as (${listed(below?.code, values)}), before as (
           select code, standing from figure_snapshot_dossier where snapshot_id = $4
         )
         select code, before.standing as before, after.standing as after, count(*) over ()::int as total
         from before full join after using (code)
         where before.standing - 'procedureName' is distinct from after.standing - 'procedureName'
         order by code limit $5 offset $6`,
        values,
      );
      return {
        total: rows[0]?.total ?? 0,
        dossiers: rows.map(({ code, before, after }) => ({
          code,
          ...(before && { before: readStanding(code, before) }),
          ...(after && { after: readStanding(code, after) }),
        })),
      };
    },
  };
}

function readSigned({ document, figures, asOf, ...row }: SnapshotRow): SignedFigures {
  return { ...row, ...(document !== null && { document }), figures: { ...figures, asOf } };
}

function readStanding(code: string, { isDueOver, ...dossier }: Standing): ReportedDossier {
  return { code, ...dossier, outcome: standing(dossier, isDueOver) };
}
