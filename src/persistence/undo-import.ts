import type { UndoneCounts, UndoOutcome } from "../domain/imports/import-run.ts";
import type { ImportTable } from "../domain/imports/import-store.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Database, Transaction } from "./database.ts";
import { digestOf, fixTexts, writtenColumns } from "./import-changes.ts";
import { valuesOf } from "./import-merge.ts";
import { foldFigureChanges } from "./kept-figures/fold-changes.ts";
import { importLock } from "./import-store.ts";
import { isSameRow, tablePlans, type TablePlan } from "./import-tables.ts";

const codesNamed = 20;

/**
 * Undoes the last import: rows it added go, rows it changed become what they were. What something else has changed since,
 * or hangs on, stays as it is and is counted. All or nothing.
 */
export function undoImport(
  database: Database,
  { id, table, undoneBy, now }: { id: string; table: ImportTable; undoneBy: string; now: Date },
): Promise<UndoOutcome> {
  return database.transaction(async (sql) => {
    await fixTexts(sql);
    await sql.query(`select pg_advisory_xact_lock(${importLock})`);
    const [last] = await sql.query<{ id: string }>(
      "select id::text from import_run where status = 'done' order by import_run.id desc limit 1 for update",
    );
    if (last?.id !== id) return { kind: "not-last" };
    const undone = await undoRows(sql, id, table, now);
    await sql.query(
      `update import_run set status = 'undone', undone = $2, undone_at = $3, undone_by = $4 where id = $1`,
      [id, JSON.stringify(undone), now, undoneBy],
    );
    await sql.query("delete from import_change where run_id = $1", [id]);
    const { keptCodes: _codes, ...counts } = undone;
    await createAuditTrail(sql).record({
      by: { kind: "staff", name: undoneBy },
      deed: "import-undone",
      on: { kind: "import", id },
      channel: "web",
      at: now,
      detail: counts,
    });
    return { kind: "undone", ...undone };
  });
}

async function undoRows(sql: Transaction, id: string, table: ImportTable, now: Date): Promise<UndoneCounts> {
  const plan = tablePlans[table];
  const columns = writtenColumns(valuesOf(plan), plan);
  const isAsMade = `${digestOf("t", columns)} = c.after_digest`;
  await sql.query(
    `create temporary table undoing on commit drop as
     select t.id, c.before from import_change c join ${table} t on t.id = c.row_id
     where c.run_id = $1 and ${isAsMade}${table === "dossier" ? hangsOnNothing : ""}
       ${plan.isVersioned ? tookItsPlace(table, plan, columns) : ""}`,
    [id],
  );
  if (table === "dossier") await forgetSteps(sql, id, now);
  // Two versions never count at once; elsewhere what is put back may still refer to what goes.
  const removedVersions = plan.isVersioned ? await removeRows(sql, table) : 0;
  const restored = await sql.query(
    `update ${table} t set ${columns.map((column) => `${column} = b.${column}`).join(", ")}
     from undoing u cross join lateral jsonb_populate_record(null::${table}, u.before) b
     where u.before is not null and t.id = u.id returning t.id`,
  );
  const removed = plan.isVersioned ? removedVersions : await removeRows(sql, table);
  if (table === "dossier") await foldFigureChanges(sql);
  const putBack = await putBackRows(sql, id, table, columns);
  const kept = await sql.query<{ code: string }>(
    `select t.${plan.key.find((column) => column.endsWith("code")) ?? plan.key[0]}::text as code from import_change c join ${table} t on t.id = c.row_id
     where c.run_id = $1 and not exists (select from undoing u where u.id = t.id and u.before is not null)
       ${plan.isVersioned ? "and c.before is null" : ""}
     order by t.id`,
    [id],
  );
  return {
    removed,
    restored: restored.length + putBack,
    kept: kept.length,
    keptCodes: kept.slice(0, codesNamed).map(({ code }) => code),
  };
}

/** Rows that the import took away, where nothing has taken their place. */
async function putBackRows(sql: Transaction, id: string, table: ImportTable, columns: readonly string[]) {
  const names = columns.join(", ");
  const put = await sql.query(
    `insert into ${table} (${names})
     select ${columns.map((column) => `b.${column}`).join(", ")}
     from import_change c cross join lateral jsonb_populate_record(null::${table}, c.before) b
     where c.run_id = $1 and c.after_digest is null and c.before is not null
     on conflict do nothing returning id`,
    [id],
  );
  return put.length;
}

/** A new dossier that somebody follows or apologised for is no longer the import's alone. */
const hangsOnNothing = ` and (c.before is not null or not (
  exists (select from dossier_follow f where f.dossier_id = t.id)
  or exists (select from dossier_apology a where a.dossier_id = t.id)
  or exists (select from dossier_event e where e.dossier_id = t.id and e.import_id is distinct from c.run_id)))`;

/** An older version counts again only where the one that took its place goes. */
function tookItsPlace(table: ImportTable, plan: TablePlan, columns: readonly string[]): string {
  return `and (c.before is null or exists (
    select from import_change n join ${table} later on later.id = n.row_id
    where n.run_id = c.run_id and n.before is null and ${isSameRow("later", "t", plan)}
      and ${digestOf("later", columns)} = n.after_digest))`;
}

/** The steps that the import told, and what was still to be said about dossiers that go. */
async function forgetSteps(sql: Transaction, id: string, now: Date): Promise<void> {
  await sql.query(
    "delete from dossier_event e using undoing u where e.dossier_id = u.id and e.import_id = $1",
    [id],
  );
  await sql.query(
    `update notice n set status = 'cancelled', reason = 'import undone', settled_at = $1
     from undoing u where u.before is null and n.subject_kind = 'dossier' and n.subject_id = u.id and n.status = 'planned'`,
    [now],
  );
}

const stillReferredTo = "23503";

/** Takes new rows out, all at once or, where something hangs on some of them, those on which nothing does. */
async function removeRows(sql: Transaction, table: ImportTable): Promise<number> {
  const remove = (ids: string) => attempt(sql, `delete from ${table} where id in (${ids}) returning id`);
  const all = await remove("select id from undoing where before is null");
  if (all !== undefined) return all;
  let removed = 0;
  const left = new Set(
    (
      await sql.query<{ id: string }>(
        "select id::text from undoing where before is null order by undoing.id desc",
      )
    ).map((row) => row.id),
  );
  for (let before = Infinity; left.size < before;) {
    before = left.size;
    for (const id of left) {
      if ((await remove(id)) === undefined) continue;
      removed += 1;
      left.delete(id);
    }
  }
  return removed;
}

/** How many rows a deletion took; undefined, and nothing done, when others refer to one of them. */
async function attempt(sql: Transaction, deletion: string): Promise<number | undefined> {
  await sql.query("savepoint removing");
  try {
    const { length } = await sql.query(deletion);
    await sql.query("release savepoint removing");
    return length;
  } catch (error) {
    if ((error as { code?: unknown }).code !== stillReferredTo) throw error;
    await sql.query("rollback to savepoint removing");
    return undefined;
  }
}
