import type { AllowanceStore } from "../domain/people/allowance.ts";
import type { Sql } from "./database.ts";

/** What was used of allowances, in a table that a crash may empty. */
export function createAllowanceStore(sql: Sql): AllowanceStore {
  return {
    async use(key, spanFrom, count) {
      const [row] = await sql.query<{ used: number }>(
        `insert into allowance_use as a (key, span_from, used) values ($1, $2, $3)
         on conflict (key, span_from) do update set used = a.used + excluded.used returning used`,
        [key, spanFrom, count],
      );
      return row!.used;
    },
  };
}

/** Forgets spans that began before. */
export async function forgetAllowances(sql: Sql, before: Date): Promise<void> {
  await sql.query("delete from allowance_use where span_from < $1", [before]);
}
