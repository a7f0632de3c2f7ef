import { createHash } from "node:crypto";
import { to as copyTo } from "pg-copy-streams";
import type { Transaction } from "../database.ts";
import { listMigrations, listTables } from "./backup-tables.ts";

/** How many rows of each table were written. */
export type RowCounts = Record<string, number>;

/**
 * Everything in the database as lines and bytes, as it stood when the transaction began: a line that says what it is, then
 * for each table its name, its rows in chunks as COPY writes them, their number and digest. `counts` is filled on the way.
 */
export async function* writeBackup(
  transaction: Transaction,
  now: Date,
  counts: RowCounts,
): AsyncGenerator<Buffer> {
  await transaction.query("set transaction isolation level repeatable read, read only");
  const migrations = await listMigrations(transaction);
  const tables = await listTables(transaction);
  yield line({ kind: "backup", version: 1, takenAt: now.toISOString(), migrations });
  for (const { name, columns } of tables) {
    yield line({ kind: "table", name, columns });
    const copy = transaction.client.query(
      copyTo(`copy (select ${quoted(columns)} from "${name}") to stdout`),
    );
    const digest = createHash("sha256");
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      digest.update(chunk);
      yield Buffer.from(`${chunk.length}\n`);
      yield chunk;
    }
    counts[name] = copy.rowCount;
    yield Buffer.from("0\n");
    yield line({ kind: "end", rows: copy.rowCount, sha256: digest.digest("hex") });
  }
  yield line({ kind: "done", tables: tables.length });
}

export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

function line(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
