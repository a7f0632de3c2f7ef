import type { Breakdown, DossierFilter } from "../domain/statistics/figures-question.ts";
import type { ListQuestion } from "../domain/statistics/report-source.ts";
import { partsOf } from "./breakdown-sql.ts";
import { inPeriod, measureConditions } from "./dossier-conditions.ts";
import { bindInto, filterSql, reachSql } from "./dossier-filter-sql.ts";

/** What is told of a dossier `d` of a period, with $2 and $3 as the conditions have them. */
const columns = `
  d.code, p.name as "procedureName", field.name as field, d.submission_mode as mode,
  d.received_on as "receivedOn", d.due_on as "dueOn",
  case when d.resolved_at < $2 then d.resolved_on end as "resolvedOn", d.due_on < $3 as "isDueOver"`;

const from = `from dossier d join procedure p on p.id = d.procedure_id join field on field.id = p.field_id`;

/** All the dossiers that a period's figures count. `values` begin with the window's three. */
export function everyDossierSql(filter: DossierFilter, values: unknown[]): string {
  return `select ${columns} ${from} where ${inPeriod} and ${filterSql(filter, bindInto(values))}`;
}

type Behind = Omit<ListQuestion, "period" | "now">;

/** A page of the dossiers behind a figure. */
export function listedSql(
  question: Behind,
  { limit, offset }: { limit: number; offset: number },
  values: unknown[],
): string {
  const isOfLate = question.measure === "late" || question.measure.endsWith("Late");
  return `select ${columns}, unit.name as "unitName" ${from} join unit on unit.id = d.unit_id
    where ${behind(question, values)}
    order by ${isOfLate ? "d.due_on," : ""} d.received_at, d.code
    limit ${bindInto(values)(limit)} offset ${bindInto(values)(offset)}`;
}

export function listedCountSql(question: Behind, values: unknown[]): string {
  return `select count(*)::int as count from dossier d where ${behind(question, values)} and $3::date is not null`;
}

function behind({ measure, reach, ...filter }: Behind, values: unknown[]): string {
  const bind = bindInto(values);
  return `${inPeriod} and ${measureConditions[measure]} and ${filterSql(filter, bind)} and ${reachSql(reach, bind)}`;
}

const isResolved = `d.is_counted and d.resolved_at >= $1 and d.resolved_at < $2 and d.received_at < $2`;

/** Days of receipt and result of what was resolved, so many of each. `values` begin with start and end. */
export function handledSpansSql(filter: DossierFilter, values: unknown[]): string {
  return `select d.received_on as "receivedOn", d.resolved_on as "resolvedOn", count(*)::int as count
    from dossier d where ${isResolved} and ${filterSql(filter, bindInto(values))}
    group by d.received_on, d.resolved_on`;
}

/** The same of each part, its spans as one array. */
export function handledSpansBySql(by: Breakdown, filter: DossierFilter, values: unknown[]): string {
  const parts = partsOf(by, filter, values);
  return `${parts.with} select code, name, json_agg(json_build_object(
      'receivedOn', "receivedOn", 'resolvedOn', "resolvedOn", 'count', count)) as spans
    from (
      select ${parts.code} as code, ${parts.name} as name, d.received_on as "receivedOn",
             d.resolved_on as "resolvedOn", count(*)::int as count
      from dossier d ${parts.join} where ${isResolved} and ${parts.where}
      group by 1, 2, 3, 4
    ) span group by code, name order by code`;
}
