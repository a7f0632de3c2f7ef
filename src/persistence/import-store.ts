import type { ImportOrigin, ImportStore, KnownCodes, StagedRow } from "../domain/imports/import-store.ts";
import type { Database, Sql, Transaction } from "./database.ts";
import { fixTexts } from "./import-changes.ts";
import { copyRows } from "./import-copy.ts";
import { addDossierEvents } from "./import-dossier-events.ts";
import { mergeStaged } from "./import-merge.ts";
import { foldFigureChanges } from "./kept-figures/fold-changes.ts";
import { refuseBrokenTree, refuseRepeated } from "./import-refusals.ts";
import { refuseOverlappingShifts, removeDisplacedShifts } from "./import-shifts.ts";
import { purposeOf, sealedColumns } from "./sealed-columns.ts";
import { tablePlans, type TablePlan } from "./import-tables.ts";

/** Held by the import that is running, so that two of them never see each other half done. */
export const importLock = 72_707_371;

/** Imports on PostgreSQL: COPY into a staging table that lives as long as the transaction, then one merge. */
export function createImportStore(database: Pick<Database, "transaction">): ImportStore {
  return {
    merge: (table, rows, origin) =>
      database.transaction(async (sql) => {
        const plan = tablePlans[table];
        const { runId } = origin;
        if (runId !== undefined) await fixTexts(sql);
        await sql.query(`select pg_advisory_xact_lock(${importLock})`);
        const staged = await stage(sql, plan, sealRows(sql, table, rows(await readKnownCodes(sql))), origin);
        const refusals = [
          ...(await refuseRepeated(sql, plan)),
          ...(await refuseBrokenTree(sql, table, plan)),
          ...(table === "working_hours" ? await refuseOverlappingShifts(sql) : []),
        ];
        if (table === "working_hours") await removeDisplacedShifts(sql, runId);
        if ("field_name" in plan.staged) await addFields(sql);
        const written = await mergeStaged(sql, table, plan, runId);
        if (table === "dossier") {
          await addDossierEvents(sql);
          await foldFigureChanges(sql);
        }
        return {
          ...written,
          unchanged: staged - refusals.length - written.added - written.changed,
          refusals,
        };
      }),
  };
}

/** Fills `staged` and `origin`; returns the number of rows. */
async function stage(
  sql: Transaction,
  plan: TablePlan,
  rows: AsyncIterable<readonly StagedRow[]>,
  { now, source, isDemonstration, runId }: ImportOrigin,
): Promise<number> {
  const columns = Object.entries(plan.staged).map(([column, type]) => `${column} ${type}`);
  await sql.query(
    `create temporary table staged (line integer not null, ${columns.join(", ")}) on commit drop`,
  );
  await sql.query(
    `create temporary table origin (now timestamptz, source text, is_demonstration boolean, run_id bigint)
     on commit drop`,
  );
  await sql.query("insert into origin values ($1, $2, $3, $4)", [
    now,
    source,
    isDemonstration,
    runId ?? null,
  ]);
  const count = await copyRows(sql, "staged", ["line", ...Object.keys(plan.staged)], rows);
  await sql.query("analyze staged");
  return count;
}

/** Personal columns are sealed before they are staged; equal texts stay equal, so that the merge can compare. */
function sealRows(
  { keyring }: Sql,
  table: string,
  batches: AsyncIterable<readonly StagedRow[]>,
): AsyncIterable<readonly StagedRow[]> {
  const sealed = sealedColumns.filter((one) => one.table === table && one.isComparable);
  if (keyring.currentId === undefined || sealed.length === 0) return batches;
  function seal(row: StagedRow): StagedRow {
    const changed: Record<string, string> = {};
    for (const one of sealed) {
      const value = row[one.column];
      if (typeof value === "string") changed[one.column] = keyring.sealSame(value, purposeOf(one));
    }
    return { ...row, ...changed };
  }
  return (async function* () {
    for await (const rows of batches) yield rows.map(seal);
  })();
}

async function readKnownCodes(sql: Sql): Promise<KnownCodes> {
  const read = async (table: string, key: string) => {
    const rows = await sql.query<{ key: string; id: number }>(`select ${key} as key, id from ${table}`);
    return new Map(rows.map(({ key, id }) => [key, id]));
  };
  return {
    units: await read("unit", "code"),
    procedures: await read("procedure", "code"),
    staff: await read("staff_member", "username"),
    fields: new Set((await read("field", "name")).keys()),
  };
}

async function addFields(sql: Sql): Promise<void> {
  await sql.query(
    `insert into field (name) select distinct field_name from staged where field_name is not null
     on conflict do nothing`,
  );
}
