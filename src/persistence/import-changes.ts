import type { ImportTable } from "../domain/imports/import-store.ts";
import type { Sql } from "./database.ts";
import { isInForce, isSameRow, type TablePlan } from "./import-tables.ts";

// What an import changes is kept so that the last one can be undone: of changed rows what they were, of all a digest of
// what they were made, by which is seen whether something else has changed them since.

/** The columns that an import writes, the parent's included, and those that mark a version another took the place of. */
export function writtenColumns(values: Record<string, string>, plan: TablePlan): string[] {
  const marks = plan.isVersioned ? ["superseded_at", "superseded_by"] : [];
  return [...Object.keys(values), ...(plan.parent ? [plan.parent.id] : []), ...marks];
}

/** A digest of what a row says in these columns; the same in every session, for it holds no time zone. */
export function digestOf(row: string, columns: readonly string[]): string {
  return `md5(row(${columns.map((column) => `${row}.${column}`).join(", ")})::text)`;
}

/** Texts of instants, and so digests, must not hang on the session's zone. */
export async function fixTexts(sql: Sql): Promise<void> {
  await sql.query("select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true)");
}

/** Before the merge: what the rows say that will be changed. */
export async function rememberBefore(
  sql: Sql,
  { runId, table, plan, columns }: { runId: string; table: ImportTable; plan: TablePlan; columns: string[] },
): Promise<void> {
  const before = columns.map((column) => `'${column}', t.${column}`).join(", ");
  await sql.query(
    `insert into import_change (run_id, row_id, before)
     select $1, t.id, jsonb_build_object(${before})
     from difference d join ${table} t on ${isSameRow("d", "t", plan)} where d.is_known and ${isInForce("t", plan)}
     on conflict do nothing`,
    [runId],
  );
}

/** After the merge: which rows are new, and what all of them say now. */
export async function rememberAfter(
  sql: Sql,
  { runId, table, plan, columns }: { runId: string; table: ImportTable; plan: TablePlan; columns: string[] },
  written: { added: number; changed: number },
): Promise<void> {
  await sql.query(
    `insert into import_change (run_id, row_id)
     select $1, t.id from difference d join ${table} t on ${isSameRow("d", "t", plan)} 
     where ${plan.isVersioned ? isInForce("t", plan) : "not d.is_known"}
     on conflict do nothing`,
    [runId],
  );
  await sql.query(
    `update import_change c set after_digest = ${digestOf("t", columns)}
     from ${table} t where c.run_id = $1 and t.id = c.row_id and c.after_digest is null`,
    [runId],
  );
  await sql.query("update import_run set written = $2 where id = $1 and written is null", [
    runId,
    JSON.stringify(written),
  ]);
}

/** A query for the rows of a table that a deletion is about to take away: what they say is kept. */
export async function rememberRemoved(
  sql: Sql,
  { runId, table, columns }: { runId: string; table: ImportTable; columns: string[] },
  which: string,
): Promise<void> {
  const before = columns.map((column) => `'${column}', t.${column}`).join(", ");
  await sql.query(
    `insert into import_change (run_id, row_id, before)
     select $1, t.id, jsonb_build_object(${before}) from ${table} t where ${which} on conflict do nothing`,
    [runId],
  );
}
