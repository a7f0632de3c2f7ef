import type { Gazetteer } from "../conversation/understanding/understanding.ts";
import type { Sql } from "./database.ts";

/** The names of this deployment's units, fields and published procedures, each in the order of its key. */
export async function readGazetteer(sql: Sql): Promise<Gazetteer> {
  const [row] = await sql.query<Gazetteer>(
    `select coalesce((select json_agg(json_build_object('code', code, 'name', name) order by code) from unit), '[]')
              as units,
            coalesce((select json_agg(name order by name) from field), '[]') as fields,
            coalesce((select json_agg(json_build_object('code', code, 'name', name) order by code)
                      from procedure where is_published), '[]') as procedures`,
  );
  return row!;
}
