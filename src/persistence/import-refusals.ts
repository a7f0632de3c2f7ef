import type { Sql } from "./database.ts";
import type { ImportTable, MergeRefusal } from "../domain/imports/import-store.ts";
import { isSameRow, type TablePlan } from "./import-tables.ts";

/** Takes out of `staged` every row after the first with the same key; those that say something else are refused. */
export async function refuseRepeated(sql: Sql, plan: TablePlan): Promise<MergeRefusal[]> {
  const key = plan.key.join(", ");
  const others = Object.keys(plan.staged).filter((column) => !plan.key.includes(column));
  const content = (row: string) => others.map((column) => `${row}.${column}`).join(", ");
  return sql.query<MergeRefusal>(
    `with repeated as (
       select ${key}, min(line) as first_line from staged group by ${key} having count(*) > 1
     ), taken_out as (
       delete from staged s using repeated r
       where ${isSameRow("s", "r", plan)} and s.line > r.first_line
       returning s.*, r.first_line
     )
     select later.line, 'repeated' as kind, later.first_line as "firstLine"
     from taken_out later join staged first on first.line = later.first_line
     where (${content("later")}) is distinct from (${content("first")})`,
  );
}

/**
 * Takes out of `staged` the rows whose parent is nowhere, and those that are their own ancestor. A row taken out may
 * leave its children without a parent, so it goes on until all that is left hangs together.
 */
export async function refuseBrokenTree(
  sql: Sql,
  table: ImportTable,
  { key, parent }: TablePlan,
): Promise<MergeRefusal[]> {
  if (!parent) return [];
  const code = key[0]!;
  const refused: MergeRefusal[] = [];
  for (;;) {
    const orphans = await sql.query<MergeRefusal>(
      `delete from staged s
       where s.${parent.code} is not null
         and not exists (select from staged p where p.${code} = s.${parent.code})
         and not exists (select from ${table} p where p.${code} = s.${parent.code})
       returning s.line, 'unknown-parent' as kind, s.${parent.code} as code`,
    );
    const circling = await sql.query<MergeRefusal>(
      `with recursive edge as (
         select ${code} as child, ${parent.code} as parent from staged
         union all
         select t.${code}, p.${code} from ${table} t join ${table} p on p.id = t.${parent.id}
         where not exists (select from staged s where s.${code} = t.${code})
       ), walk (start, at) as (
         select ${code}, ${parent.code} from staged
         union
         select walk.start, edge.parent from walk join edge on edge.child = walk.at
       )
       delete from staged s using walk where walk.start = s.${code} and walk.at = s.${code}
       returning s.line, 'parent-cycle' as kind, s.${parent.code} as code`,
    );
    if (orphans.length + circling.length === 0) return refused;
    refused.push(...orphans, ...circling);
  }
}
