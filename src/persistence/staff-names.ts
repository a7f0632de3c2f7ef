import type { Sql } from "./database.ts";

/** What members of staff are called, by username. */
export async function readStaffNames(sql: Sql): Promise<Map<string, string>> {
  const rows = await sql.query<{ username: string; fullName: string }>(
    `select username, full_name as "fullName" from staff_member`,
  );
  return new Map(rows.map(({ username, fullName }) => [username, fullName]));
}
