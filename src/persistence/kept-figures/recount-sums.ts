import type { Day } from "../../domain/vietnam-time.ts";
import type { Sql } from "../database.ts";
import {
  eachMeasure,
  eventsOf,
  figureMeasures,
  measureColumns,
  sumKey,
  sumsOfEvents,
  type FigureSums,
} from "./figure-measures.ts";
import { holdSumsSql } from "./fold-changes.ts";

/** A sum that is not what the dossiers come to. */
export interface WrongSum {
  /** Null: all of them. */
  unit: string | null;
  field: string | null;
  mode: string | null;
  span: "year" | "half-month" | "day";
  startsOn: Day;
  kept: FigureSums;
  counted: FigureSums;
}

export interface Recount {
  /** How many sums there are. */
  sums: number;
  wrong: number;
  first?: WrongSum;
}

/** What the sums must be: what the dossiers come to, without the changes that are still to be folded. */
const standing = `(
  select 1 as sign, d.unit_id, p.field_id, d.submission_mode as mode, d.interlinked, d.received_on, d.due_on, d.resolved_on
  from dossier d join procedure p on p.id = d.procedure_id where d.is_counted
  union all
  select -sign, unit_id, field_id, mode, interlinked, received_on, due_on, resolved_on from figure_change
)`;

const isWrong = `(${figureMeasures.map((measure) => `coalesce(k.${measure}, 0)`).join(", ")})
  is distinct from (${figureMeasures.map((measure) => `coalesce(n.${measure}, 0)`).join(", ")})`;

const asJson = (row: string) =>
  `jsonb_build_object(${figureMeasures.map((measure) => `'${measure}', coalesce(${row}.${measure}, 0)`).join(", ")})`;

const recountSql = (mend: string) => `
  with ${eventsOf(standing)}, ${sumsOfEvents}, compared as (
    select ${sumKey}, ${asJson("k")} as kept, ${asJson("n")} as counted, ${isWrong} as is_wrong,
           ${eachMeasure((measure) => `coalesce(n.${measure}, 0)`)}
    from figure_sum k full join summed n using (${sumKey})
  )${mend}, first as (
    select unit.code as unit, field.name as field, nullif(mode, '') as mode, span, starts_on as "startsOn", kept, counted
    from compared left join unit on unit.id = unit_id left join field on field.id = field_id
    where is_wrong order by starts_on, array_position(array['half-month', 'day', 'year'], span), unit_id, field_id, compared.mode limit 1
  )
  select count(*)::integer as sums, count(*) filter (where is_wrong)::integer as wrong, (select to_json(first) from first) as first
  from compared`;

const mending = `, mended as (
    insert into figure_sum (${sumKey}, ${measureColumns})
    select ${sumKey}, ${measureColumns} from compared where is_wrong order by ${sumKey}
    on conflict (${sumKey}) do update set ${figureMeasures.map((measure) => `${measure} = excluded.${measure}`).join(", ")}
  )`;

/** Counts every dossier anew and compares: what it sees of dossiers, changes and sums stood at one moment. */
export async function recountSums(sql: Sql): Promise<Recount> {
  return await read(sql, recountSql(""));
}

/**
 * The same, and puts right what was wrong, in the caller's transaction; what is returned stood before. Whoever folds
 * changes at the same time waits, whoever writes dossiers does not.
 */
export async function mendSums(sql: Sql): Promise<Recount> {
  await sql.query(holdSumsSql);
  return await read(sql, recountSql(mending));
}

async function read(sql: Sql, text: string): Promise<Recount> {
  const [row] = await sql.query<Omit<Recount, "first"> & { first: WrongSum | null }>(text);
  const { first, ...recount } = row!;
  return { ...recount, ...(first && { first }) };
}
