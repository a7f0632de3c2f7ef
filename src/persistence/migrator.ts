import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { throwFailure } from "./unavailable.ts";

// Applies prisma/migrations as `prisma migrate deploy` would, keeping Prisma's own ledger, without its native engine.

const migrationsFolder = new URL(
  import.meta.url.includes("/dist/") ? "../../../prisma/migrations/" : "../../prisma/migrations/",
  import.meta.url,
);

/** The lock that Prisma takes. */
const migrationLock = 72_707_369;

const ledgerTable = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

export interface Migration {
  /** The folder's name: a time stamp and what it does. */
  name: string;
  sql: string;
}

interface LedgerRow {
  checksum: string;
  migration_name: string;
  finished_at: Date | null;
  logs: string | null;
}

/** A state of the ledger that a person has to look at. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Brings the database up to date and returns the names of the migrations applied now, in order. Processes that start
 * together wait for one another. Throws MigrationError when a migration fails, has failed before, or was edited after
 * it was applied; StoreUnavailableError when the database is away.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url });
  // The query under way tells of a lost connection.
  client.on("error", () => {});
  await client.connect().catch(throwFailure);
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    // Whoever may not make tables has no part in this once they are there.
    const { rows } = await client.query<{ is: boolean }>(
      "select to_regclass('_prisma_migrations') is null as is",
    );
    if (rows[0]!.is) await client.query(ledgerTable);
    const pending = await findPending(client, migrations);
    if (pending.length > 0 && !(await mayMigrate(client)))
      throw new MigrationError(
        "The database lacks structure changes that this account may not make. Run motcua migrate as the owner of its tables.",
      );
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

async function mayMigrate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select has_table_privilege('_prisma_migrations', 'insert') as may",
  );
  return rows[0]!.may;
}

export function readMigrations(): Migration[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sql: readFileSync(new URL(`${name}/migration.sql`, migrationsFolder), "utf8"),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<LedgerRow>(
    "select checksum, migration_name, finished_at, logs from _prisma_migrations where rolled_back_at is null",
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed)
    throw new MigrationError(
      `Migration ${failed.migration_name} failed before: ${failed.logs ?? "it was interrupted."}\n` +
        "Repair the database, then set rolled_back_at of its row in _prisma_migrations (to apply it again) " +
        "or finished_at (if its changes are all there).",
    );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const { name, sql } of migrations)
    if (applied.has(name) && !checksums(sql).includes(applied.get(name)!))
      throw new MigrationError(
        `Migration ${name} was edited after it was applied. Restore the file and put the change in a new migration.`,
      );
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [
    id,
    checksum(sql),
    name,
  ]);
  try {
    // Without values the whole file goes as one simple query, which PostgreSQL takes as one transaction.
    await client.query(sql);
  } catch (cause) {
    const reason = (cause as Error).message;
    await client.query("update _prisma_migrations set logs = $2 where id = $1", [id, reason]);
    throw new MigrationError(`Migration ${name} failed and changed nothing: ${reason}`, { cause });
  }
  await client.query(
    "update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1",
    [id],
  );
}

function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** A checkout that turned line ends around has not edited anything. */
function checksums(sql: string): string[] {
  const lf = sql.replaceAll("\r\n", "\n");
  return [lf, lf.replaceAll("\n", "\r\n")].map(checksum);
}
