import type { Sql } from "../database.ts";

/** One table of ours, with the columns that are written to it. */
export interface BackupTable {
  name: string;
  columns: string[];
}

interface TableRow extends BackupTable {
  needs: string[];
}

/**
 * Every table of ours, each after those that its rows point to, so that they can be filled in this order. The queues have
 * a schema of their own and are left out: whatever they hold can be made anew from the rest. Columns that PostgreSQL works out itself are, too.
 */
export async function listTables(sql: Sql): Promise<BackupTable[]> {
  const rows = await sql.query<TableRow>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
            array(select distinct o.relname::text from pg_constraint k join pg_class o on o.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations'
     order by c.relname`,
  );
  const ordered: TableRow[] = [];
  while (ordered.length < rows.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const ready = rows.filter(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)));
    if (!ready.length) throw new Error("tables point to one another in a circle");
    ordered.push(...ready);
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}

/** The structure changes that have been applied, in order. */
export async function listMigrations(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows.map(({ name }) => name);
}
