import { createHash, type Hash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Transaction } from "../database.ts";
import { BackupError } from "./backup-error.ts";
import { listMigrations, listTables, type BackupTable } from "./backup-tables.ts";
import { ByteReader } from "./byte-reader.ts";
import { quoted, type RowCounts } from "./write-backup.ts";

/** The lines between the rows, by their kind. */
interface Lines {
  backup: { version: number; takenAt: string; migrations: string[] };
  table: BackupTable;
  end: { rows: number; sha256: string };
  done: { tables: number };
}

export interface RestoredBackup {
  takenAt: Date;
  rows: RowCounts;
}

/**
 * Fills a database of the same structure with what a backup holds, in the caller's transaction: what was there goes. Throws
 * BackupError, and nothing has changed, when the backup is of another structure, is damaged, or does not fit.
 */
export async function restoreBackup(
  transaction: Transaction,
  content: AsyncIterable<Buffer>,
): Promise<RestoredBackup> {
  const reader = new ByteReader(content);
  const { takenAt, migrations, version } = read(await reader.line(), "backup");
  if (version !== 1) throw new BackupError("The backup is of a newer kind: restore it with a newer version.");
  const here = await listMigrations(transaction);
  if (migrations.join() !== here.join())
    throw new BackupError(
      "The backup is of another version of the structure: restore it with the version that made it, then upgrade.",
    );
  const tables = await listTables(transaction);
  const names = tables.map(({ name }) => `"${name}"`).join(", ");
  // Histories refuse to be emptied, and counts kept by triggers come with the backup.
  for (const { name } of tables) await transaction.query(`alter table "${name}" disable trigger user`);
  await transaction.query(`truncate ${names}`);
  const rows: RowCounts = {};
  for (;;) {
    const next = read(await reader.line(), "table", "done");
    if (next.kind === "done") {
      if (next.tables !== tables.length) throw new BackupError("The backup lacks tables.");
      break;
    }
    if (!tables.some(({ name }) => name === next.name))
      throw new BackupError(`The backup has a table that is not known here: ${next.name}.`);
    rows[next.name] = await fill(transaction, next, reader);
  }
  if (!(await reader.isOver())) throw new BackupError("Something follows the end of the backup.");
  for (const table of tables) await continueNumbers(transaction, table);
  for (const { name } of tables) await transaction.query(`alter table "${name}" enable trigger user`);
  return { takenAt: new Date(takenAt), rows };
}

async function fill(
  { client }: Transaction,
  { name, columns }: BackupTable,
  reader: ByteReader,
): Promise<number> {
  const digest = createHash("sha256");
  const target = client.query(copyFrom(`copy "${name}" (${quoted(columns)}) from stdin`));
  await pipeline(Readable.from(chunksOf(reader, digest), { objectMode: false }), target);
  const { rows, sha256 } = read(await reader.line(), "end");
  if (target.rowCount !== rows || digest.digest("hex") !== sha256)
    throw new BackupError(`The rows of ${name} are not those that were backed up.`);
  return rows;
}

async function* chunksOf(reader: ByteReader, digest: Hash): AsyncGenerator<Buffer> {
  for (;;) {
    const length = Number(await reader.line());
    if (!Number.isSafeInteger(length) || length < 0) throw new BackupError("The backup is damaged.");
    if (length === 0) return;
    const chunk = await reader.bytes(length);
    digest.update(chunk);
    yield chunk;
  }
}

/** The next row gets a number that none of those restored has. */
async function continueNumbers(transaction: Transaction, { name, columns }: BackupTable): Promise<void> {
  if (!columns.includes("id")) return;
  const [row] = await transaction.query<{ numbers: string | null }>(
    `select pg_get_serial_sequence('"${name}"', 'id') as numbers`,
  );
  if (row?.numbers)
    await transaction.query(`select setval($1, coalesce(max(id), 0) + 1, false) from "${name}"`, [
      row.numbers,
    ]);
}

function read<Kind extends keyof Lines>(
  line: string,
  ...kinds: Kind[]
): { [K in Kind]: { kind: K } & Lines[K] }[Kind] {
  const value = parse(line) as { kind?: unknown } | null;
  if (!kinds.some((kind) => kind === value?.kind)) throw new BackupError("The backup is damaged.");
  return value as { [K in Kind]: { kind: K } & Lines[K] }[Kind];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
