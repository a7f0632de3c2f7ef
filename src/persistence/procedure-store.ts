import type { Procedure } from "../domain/procedures/procedure.ts";
import type { ProcedureStore } from "../domain/procedures/procedure-store.ts";
import type { Sql } from "./database.ts";

/** The published part of the catalogue. */
export function createProcedureStore(sql: Sql): ProcedureStore {
  return {
    async version() {
      // Over every column: two imports within one tick of the clock must not look the same.
      const [row] = await sql.query<{ version: string }>(
        `select coalesce(md5(string_agg(p::text, ';' order by p.id)), '') as version
         from procedure p where p.is_published`,
      );
      return row!.version;
    },
    published: () =>
      sql.query<Procedure>(
        `select p.code, p.name, p.also_called as "alsoCalled", f.name as field, p.working_days as "workingDays",
                p.fee, p.online_level as "onlineLevel", p.interlinked, p.papers, p.submit_at as "submitAt", p.url,
                p.source, p.updated_at as "updatedAt"
         from procedure p join field f on f.id = p.field_id
         where p.is_published
         order by p.code`,
      ),
  };
}
