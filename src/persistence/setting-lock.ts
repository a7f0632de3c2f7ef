import { importLock } from "./import-store.ts";
import type { Sql } from "./database.ts";

/** Until the transaction ends nobody else changes a setting, and no import runs: what was seen is what is changed. */
export async function lockSettings(sql: Sql): Promise<void> {
  await sql.query("select pg_advisory_xact_lock($1)", [importLock]);
}
