import type { Sql } from "./database.ts";
import { MissingKeyError, sealPrefix } from "./keyring.ts";
import { sealedColumns } from "./sealed-columns.ts";

/** A key by which something is, or was, sealed. */
interface SealingKey {
  id: string;
  since: Date;
  retiredAt: Date | null;
}

/**
 * Notes that the current key is in use; refuses to go on without a key that rows are sealed with, before anybody is shown
 * nonsense. Throws MissingKeyError.
 */
export async function requireKeys(sql: Sql, now: Date): Promise<void> {
  const { ids, currentId } = sql.keyring;
  const missing: SealingKey[] = [];
  for (const key of await listSealingKeys(sql)) {
    if (key.retiredAt || ids.includes(key.id)) continue;
    // A command once run with a mistyped key must not bind the service to it; whoever still runs with it may yet seal.
    if (await hasSealed(sql, key.id)) missing.push(key);
  }
  if (missing.length)
    throw new MissingKeyError(
      `Personal columns are sealed with key ${missing.map(({ id }) => id).join(", ")}, which is neither MOTCUA_SECRET_KEY nor among MOTCUA_FORMER_KEYS. Set it, or nothing sealed can be read.`,
    );
  if (currentId === undefined) return;
  await sql.query(
    `insert into sealing_key (id, since) values ($1, $2)
     on conflict (id) do update set retired_at = null where sealing_key.retired_at is not null`,
    [currentId, now],
  );
}

async function hasSealed(sql: Sql, keyId: string): Promise<boolean> {
  const lies = sealedColumns.map(
    ({ table, column }) => `exists (select from ${table} where starts_with(${column}, $1))`,
  );
  const [row] = await sql.query<{ is: boolean }>(`select ${lies.join(" or ")} as is`, [sealPrefix(keyId)]);
  return row!.is;
}

export function listSealingKeys(sql: Sql): Promise<SealingKey[]> {
  return sql.query(`select id, since, retired_at as "retiredAt" from sealing_key order by since, id`);
}
