import type { DossierReach } from "../domain/statistics/dossier-reach.ts";
import type { DossierFilter } from "../domain/statistics/figures-question.ts";

/** Adds a value to a statement's and gives its place: `$4`. */
type Bind = (value: unknown) => string;

export function bindInto(values: unknown[]): Bind {
  return (value) => `$${values.push(value)}`;
}

/** The ids of a unit, or of several, with all below them; `codes` is the place of their codes as an array. */
function branchOf(codes: string): string {
  return `(with recursive branch as (
    select id from unit where code = any(${codes}::text[])
    union select child.id from unit child join branch on child.parent_id = branch.id
  ) select id from branch)`;
}

/** What a dossier `d` must be to pass a filter, as one condition. */
export function filterSql(
  { unitCode, field, procedureCode, mode, level, interlinked }: DossierFilter,
  bind: Bind,
): string {
  const ofProcedure = [
    ...(field === undefined ? [] : [`f.name = ${bind(field)}`]),
    ...(procedureCode === undefined ? [] : [`p.code = ${bind(procedureCode)}`]),
    ...(level === undefined ? [] : [`p.online_level = ${bind(level)}`]),
  ];
  const all = [
    "true",
    ...(unitCode === undefined ? [] : [`d.unit_id in ${branchOf(bind([unitCode]))}`]),
    ...(mode === undefined ? [] : [`d.submission_mode = ${bind(mode)}`]),
    ...(interlinked === undefined ? [] : [`d.interlinked = ${bind(interlinked)}`]),
    ...(ofProcedure.length === 0
      ? []
      : [
          `d.procedure_id in (select p.id from procedure p join field f on f.id = p.field_id where ${ofProcedure.join(" and ")})`,
        ]),
  ];
  return all.join(" and ");
}

/** What a dossier `d` must be to be within somebody's reach. */
export function reachSql(reach: DossierReach | undefined, bind: Bind): string {
  if (reach === undefined || reach.kind === "everywhere") return "true";
  const { branches, units, officers } = reach;
  return `(d.unit_id in ${branchOf(bind(branches))}
    or d.unit_id in (select id from unit where code = any(${bind(units)}::text[]))
    or d.officer_id in (select id from staff_member where username = any(${bind(officers)}::text[])))`;
}
