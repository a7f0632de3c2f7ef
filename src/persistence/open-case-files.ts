import type { CaseFile } from "../domain/feedback/feedback-store.ts";
import type { Sql } from "./database.ts";
import {
  caseColumns,
  eventColumns,
  fromCase,
  fromEvent,
  openStatuses,
  readCase,
  readCaseEvent,
  type CaseEventRow,
  type CaseRow,
} from "./feedback-rows.ts";

const isPromised = `f.status in ${openStatuses} and f.policy_id is not null`;

/** Every open case whose deadlines are promised, with its history: two queries however many there are. */
export async function readOpenCaseFiles(sql: Sql): Promise<CaseFile[]> {
  const matters = await sql.query<CaseRow>(`select ${caseColumns} ${fromCase} where ${isPromised}`);
  const events = await sql.query<CaseEventRow & { feedback_id: string }>(
    `select e.feedback_id, ${eventColumns} ${fromEvent} join feedback f on f.id = e.feedback_id
     where ${isPromised} order by e.id`,
  );
  const byCase = new Map<string, CaseEventRow[]>();
  for (const event of events)
    byCase.set(event.feedback_id, [...(byCase.get(event.feedback_id) ?? []), event]);
  return matters.map((row) => ({
    matter: readCase(row, sql.keyring),
    events: (byCase.get(row.id) ?? []).map(readCaseEvent),
  }));
}

/** Open cases promised by another calendar than this version, in the order of their ids after the one given. */
export function promisedByOthers(
  version: string,
  afterId: string,
  limit: number,
  sql: Sql,
): Promise<{ id: string; code: string }[]> {
  return sql.query(
    `select f.id, f.code from feedback f
     where ${isPromised} and f.promise ->> 'calendarVersion' <> $1 and f.id > $2 order by f.id limit $3`,
    [version, afterId, limit],
  );
}
