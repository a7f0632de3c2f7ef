import type { Breakdown, DossierFilter } from "../domain/statistics/figures-question.ts";
import { bindInto, filterSql } from "./dossier-filter-sql.ts";

/** Dossiers `d` in parts: what to join, and the part each belongs to. */
interface Parts {
  with: string;
  join: string;
  code: string;
  name: string;
}

const byProcedure = "join procedure part on part.id = d.procedure_id";

const plain: Record<Exclude<Breakdown, "unit">, Omit<Parts, "with">> = {
  field: {
    join: `${byProcedure} join field on field.id = part.field_id`,
    code: "field.name",
    name: "field.name",
  },
  procedure: { join: byProcedure, code: "part.code", name: "part.name" },
  level: { join: byProcedure, code: "part.online_level", name: "part.online_level" },
  mode: { join: "", code: "d.submission_mode", name: "d.submission_mode" },
  interlinked: { join: "", code: "d.interlinked", name: "d.interlinked" },
};

/** Parts of the dossiers that pass the filter; `where` is the filter, `values` go on with its own. */
export function partsOf(by: Breakdown, filter: DossierFilter, values: unknown[]): Parts & { where: string } {
  const bind = bindInto(values);
  if (by !== "unit") return { with: "", ...plain[by], where: filterSql(filter, bind) };
  // The rooms directly below the unit asked for, each with all below it, and the unit itself with what is only its own.
  const { unitCode, ...rest } = filter;
  const asked = bind(unitCode ?? null);
  return {
    with: `with recursive top as (
      select id from unit where case when ${asked}::text is null then parent_id is null else code = ${asked} end
    ), branch as (
      select id, id as room from unit where id in (select id from top)
      union
      select child.id, case when branch.id in (select id from top) then child.id else branch.room end
      from unit child join branch on child.parent_id = branch.id
    )`,
    join: "join branch on branch.id = d.unit_id join unit room on room.id = branch.room",
    code: "room.code",
    name: "room.name",
    where: filterSql(rest, bind),
  };
}
