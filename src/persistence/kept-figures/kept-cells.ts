import type { Breakdown, DossierFilter } from "../../domain/statistics/figures-question.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import { bindInto } from "../dossier-filter-sql.ts";
import { halfMonthOf } from "./half-month.ts";

/** Which sums a question needs; without `by` the whole. */
export type KeptQuestion = DossierFilter & { by?: Breakdown | undefined };

type KeptBreakdown = "unit" | "field" | "mode";

/** Whether the sums asked for are kept up to the beginnings of these days. */
export function isKept(question: KeptQuestion, days: readonly Day[]): boolean {
  const { by, unitCode, field, mode, procedureCode, level, interlinked } = question;
  const isFiner = [procedureCode, level, interlinked].some((value) => value !== undefined);
  if (isFiner || !isKeptBreakdown(by)) return false;
  const isByUnit = unitCode !== undefined || by === "unit";
  const isByField = field !== undefined || by === "field";
  const isByMode = mode !== undefined || by === "mode";
  if (isByField && isByMode) return false;
  // By the day there are sums of one dimension at most.
  return !(isByUnit && (isByField || isByMode)) || days.every((day) => day === halfMonthOf(day));
}

function isKeptBreakdown(by: Breakdown | undefined): by is KeptBreakdown | undefined {
  return by === undefined || by === "unit" || by === "field" || by === "mode";
}

/**
 * The sums that a question adds up, each with the row it belongs to, as common table expressions that end with `cell`;
 * `values` go on with its own.
 */
export function cellsSql({ by, unitCode, field, mode }: KeptQuestion, values: unknown[]): string {
  const bind = bindInto(values);
  const isByField = field !== undefined || by === "field";
  const isByMode = mode !== undefined || by === "mode";
  const [code, name] = rowNames[(by as KeptBreakdown | undefined) ?? "whole"];
  return `unit_cell (id, room, is_top) as (${unitCells(by, unitCode, bind)}), cell as materialized (
    select u.id as unit_id, ${isByField ? "field.id" : "0"} as field_id, ${isByMode ? "m.mode" : "''"} as mode,
           ${code} as code, ${name} as name
    from unit_cell u
    ${by === "unit" ? "join unit room on room.id = u.room" : ""}
    ${isByField ? `join field on ${field === undefined ? "true" : `field.name = ${bind(field)}`}` : ""}
    ${isByMode ? `join (values ('online'), ('in-person'), ('postal')) m (mode) on ${mode === undefined ? "true" : `m.mode = ${bind(mode)}`}` : ""}
  )`;
}

const rowNames: Record<"whole" | KeptBreakdown, [code: string, name: string]> = {
  whole: ["''", "''"],
  unit: ["room.code", "room.name"],
  field: ["field.name", "field.name"],
  mode: ["m.mode", "m.mode"],
};

/** Unit 0 for all of them; or a unit with all below it; or each unit with the room below the one asked for that it is in. */
function unitCells(
  by: Breakdown | undefined,
  unitCode: string | undefined,
  bind: (value: unknown) => string,
): string {
  if (unitCode === undefined && by !== "unit") return "select 0, 0, true";
  const top = unitCode === undefined ? "parent_id is null" : `code = ${bind(unitCode)}`;
  return `
    select id, id, true from unit where ${top}
    union
    select child.id, case when unit_cell.is_top then child.id else unit_cell.room end, false
    from unit child join unit_cell on child.parent_id = unit_cell.id`;
}
