import type { Sql } from "./database.ts";

/** Empties what was half done in conversations that nobody has written to since an instant; returns how many. */
export async function forgetStaleConversations(sql: Sql, since: Date): Promise<number> {
  const forgotten = await sql.query(
    "update conversation set state = '{}' where state <> '{}' and updated_at < $1 returning id",
    [since],
  );
  return forgotten.length;
}
