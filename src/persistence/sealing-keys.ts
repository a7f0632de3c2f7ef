import type { Sql } from "./database.ts";
import { MissingKeyError } from "./keyring.ts";

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
  const missing = (await listSealingKeys(sql)).filter(({ id, retiredAt }) => !retiredAt && !ids.includes(id));
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

export function listSealingKeys(sql: Sql): Promise<SealingKey[]> {
  return sql.query(`select id, since, retired_at as "retiredAt" from sealing_key order by since, id`);
}
