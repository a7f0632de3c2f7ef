import type { ImportTable } from "../domain/imports/import-store.ts";
import type { Sql } from "./database.ts";
import { rememberAfter, rememberBefore, writtenColumns } from "./import-changes.ts";
import { isInForce, isSameRow, type TablePlan } from "./import-tables.ts";

/** Rows of the table that the import wrote. */
export interface Written {
  added: number;
  changed: number;
}

/**
 * Merges `staged` into the table: works out into `difference` the rows that are new or say something new, then adds
 * the ones and changes the others. Rows that say what is there already are not touched. What changes is kept where a run is named.
 */
export async function mergeStaged(
  sql: Sql,
  table: ImportTable,
  plan: TablePlan,
  runId?: string,
): Promise<Written> {
  const values = valuesOf(plan);
  const columns = Object.keys(values).join(", ");
  if (plan.isWorkedOn)
    await sql.query(
      `select from ${table} t join staged s on ${isSameRow("s", "t", plan)} order by t.id for no key update of t`,
    );
  await findDifference(sql, table, plan, values);
  const [written] = await sql.query<Written>(
    `select count(*) filter (where not is_known)::int as added, count(*) filter (where is_known)::int as changed
     from difference`,
  );
  const kept = runId !== undefined && { runId, table, plan, columns: writtenColumns(values, plan) };
  if (kept) await rememberBefore(sql, kept);
  if (plan.isVersioned) await supersede(sql, table, plan);
  const isNew = plan.isVersioned ? "true" : "not is_known";
  await sql.query(`insert into ${table} (${columns}) select ${columns} from difference where ${isNew}`);
  if (!plan.isVersioned) await change(sql, table, plan, Object.keys(values));
  if (plan.parent) await setParents(sql, table, plan.key[0]!, plan.parent);
  if (kept) await rememberAfter(sql, kept, written!);
  return written!;
}

async function change(sql: Sql, table: ImportTable, plan: TablePlan, columns: readonly string[]) {
  const changeable = columns.filter((column) => !plan.key.includes(column));
  await sql.query(
    `update ${table} t set ${changeable.map((column) => `${column} = d.${column}`).join(", ")}
     from difference d where d.is_known and ${isSameRow("d", "t", plan)}`,
  );
}

/** Marks the versions whose place others are about to take. */
async function supersede(sql: Sql, table: ImportTable, plan: TablePlan) {
  await sql.query(
    `update ${table} t set superseded_at = origin.now, superseded_by = origin.source
     from difference d, origin where d.is_known and ${isSameRow("d", "t", plan)} and ${isInForce("t", plan)}`,
  );
}

async function findDifference(sql: Sql, table: ImportTable, plan: TablePlan, values: Record<string, string>) {
  const isKnown = `t.${plan.key[0]} is not null`;
  const compared = Object.entries(values)
    .filter(([column]) => column !== plan.stampedAt && column !== plan.stampedBy)
    .map(([column, value]) => [`t.${column}`, value]);
  // The parent's id may not exist yet, its code does.
  if (plan.parent)
    compared.push([
      `(select p.${plan.key[0]} from ${table} p where p.id = t.${plan.parent.id})`,
      `s.${plan.parent.code}`,
    ]);
  const selected = [
    ...Object.entries(values).map(([column, value]) => `${value} as ${column}`),
    `${isKnown} as is_known`,
    ...(plan.remembered ?? []).map((column) => `t.${column} as old_${column}`),
  ];
  await sql.query(
    `create temporary table difference on commit drop as
     select ${selected.join(", ")}
     from staged s cross join origin left join ${table} t on ${isSameRow("s", "t", plan)}
       and ${isInForce("t", plan)}
     where not (${isKnown})
        or (${compared.map(([old]) => old).join(", ")})
           is distinct from (${compared.map(([, value]) => value).join(", ")})`,
  );
  await sql.query("analyze difference");
}

/** Each column that is written, with the expression that gives its value. */
export function valuesOf(plan: TablePlan): Record<string, string> {
  const stored = Object.keys(plan.staged).filter((column) => !plan.notStored?.includes(column));
  return {
    ...Object.fromEntries(stored.map((column) => [column, `s.${column}`])),
    ...plan.computed,
    ...(plan.isMarkedDemonstration && { is_demonstration: "origin.is_demonstration" }),
    ...(plan.stampedAt && { [plan.stampedAt]: "origin.now" }),
    ...(plan.stampedBy && { [plan.stampedBy]: "origin.source" }),
  };
}

async function setParents(sql: Sql, table: string, key: string, parent: { code: string; id: string }) {
  await sql.query(
    `update ${table} t set ${parent.id} = p.id
     from staged s left join ${table} p on p.${key} = s.${parent.code}
     where t.${key} = s.${key} and t.${parent.id} is distinct from p.id`,
  );
}
