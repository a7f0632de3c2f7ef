import type { Sql } from "../database.ts";
import { eventsOf, figureMeasures, measureColumns, sumKey, sumsOfEvents } from "./figure-measures.ts";

const foldSql = `
  with taken as (delete from figure_change returning *),
  ${eventsOf("taken")}, ${sumsOfEvents}, written as (
    insert into figure_sum as s (${sumKey}, ${measureColumns})
    select ${sumKey}, ${measureColumns} from summed order by ${sumKey}
    on conflict (${sumKey}) do update
    set ${figureMeasures.map((measure) => `${measure} = s.${measure} + excluded.${measure}`).join(", ")}
  )
  select count(*)::integer as folded from taken`;

/** Keeps others from changing the sums until the transaction ends; whoever writes dossiers or reads figures goes on. */
export const holdSumsSql = "lock table figure_sum in share row exclusive mode";

/**
 * Folds into the sums what has changed since the last time, in the caller's transaction; returns how many changes there
 * were. Others who fold at the same time wait.
 */
export async function foldFigureChanges(sql: Sql): Promise<number> {
  await sql.query(holdSumsSql);
  const [row] = await sql.query<{ folded: number }>(foldSql);
  return row!.folded;
}
