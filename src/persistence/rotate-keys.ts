import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Act } from "../domain/audit/act.ts";
import type { Database, Sql } from "./database.ts";
import { MissingKeyError, sealPrefix } from "./keyring.ts";
import { purposeOf, sealedColumns, type SealedColumn } from "./sealed-columns.ts";

const atOnce = 500;

/** How many values a column has that the current key did not seal, of all it has. */
export interface ColumnSeals {
  name: string;
  values: number;
  /** Sealed with another key, or not at all. */
  behind: number;
}

/** How each sealed column stands with the current key; without one everything is behind. */
export async function readSeals(sql: Sql): Promise<ColumnSeals[]> {
  const found: ColumnSeals[] = [];
  for (const sealed of sealedColumns) {
    const [row] = await sql.query<{ values: number; behind: number }>(
      `select count(${sealed.column})::int as values,
              count(*) filter (where ${isBehind(sealed)})::int as behind from ${sealed.table}`,
      [prefixOf(sql)],
    );
    found.push({ name: purposeOf(sealed), ...row! });
  }
  return found;
}

/**
 * Seals everything anew that the current key did not seal, some rows at a time, each time in a transaction of its own: it may be
 * stopped and begun again, and the service goes on meanwhile, for both keys are read. Then older keys are noted as not
 * needed. Returns how many values were sealed, by column. Throws MissingKeyError.
 */
export async function rotateKeys(
  database: Database,
  act: Pick<Act, "by" | "channel" | "at">,
  onProgress: (column: string, sealed: number) => void,
): Promise<Record<string, number>> {
  const { currentId } = database.keyring;
  if (currentId === undefined)
    throw new MissingKeyError("MOTCUA_SECRET_KEY is not set: there is no key to seal with.");
  const sealed: Record<string, number> = {};
  for (const column of sealedColumns) {
    const name = purposeOf(column);
    let [after, count]: [string | null, number] = [null, 0];
    for (;;) {
      const some = await database.transaction((sql) => sealSome(sql, column, after));
      if (!some.length) break;
      after = some.at(-1)!;
      count += some.length;
      onProgress(name, count);
    }
    sealed[name] = count;
  }
  await database.transaction(async (sql) => {
    // What an import could be undone to may be sealed with a key that goes away: such rows stay as they are.
    await sql.query(
      "delete from import_change where before::text like '%\"enc:%' and before::text not like $1",
      [`%"${prefixOf(sql)}%`],
    );
    await sql.query("update sealing_key set retired_at = $2 where id <> $1 and retired_at is null", [
      currentId,
      act.at,
    ]);
    await createAuditTrail(sql).record({
      ...act,
      deed: "keys-rotated",
      on: { kind: "key", id: currentId },
      detail: sealed,
    });
  });
  return sealed;
}

/** The ids of the rows that were sealed, in their order. */
async function sealSome(sql: Sql, sealed: SealedColumn, after: string | null): Promise<string[]> {
  const { table, column, id, isComparable } = sealed;
  const rows = await sql.query<{ id: string; value: string }>(
    `select ${id}::text as id, ${column} as value from ${table}
     where ${isBehind(sealed)} and ($2::bigint is null or ${id} > $2) order by ${table}.${id} limit ${atOnce} for update`,
    [prefixOf(sql), after],
  );
  if (!rows.length) return [];
  const purpose = purposeOf(sealed);
  const anew = rows.map(({ value }) => {
    const text = sql.keyring.open(value, purpose);
    return isComparable ? sql.keyring.sealSame(text, purpose) : sql.keyring.seal(text, purpose);
  });
  await sql.query(
    `update ${table} t set ${column} = n.value
     from unnest($1::bigint[], $2::text[]) as n (id, value) where t.${id} = n.id`,
    [rows.map((row) => row.id), anew],
  );
  return rows.map((row) => row.id);
}

const isBehind = ({ column }: SealedColumn) => `${column} is not null and not starts_with(${column}, $1)`;

function prefixOf({ keyring }: Sql): string {
  return sealPrefix(keyring.currentId ?? "none");
}
