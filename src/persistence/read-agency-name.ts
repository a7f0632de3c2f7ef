import type { Sql } from "./database.ts";

/** The name of the agency: that of the unit above all others; undefined before any unit was imported. */
export async function readAgencyName(sql: Sql): Promise<string | undefined> {
  const [root] = await sql.query<{ name: string }>(
    "select name from unit where parent_id is null order by id limit 1",
  );
  return root?.name;
}
