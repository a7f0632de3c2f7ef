import type { MergeRefusal } from "../domain/imports/import-store.ts";
import type { Sql } from "./database.ts";
import { rememberRemoved } from "./import-changes.ts";

/** Whether two rows of working hours claim the same time; one without minutes claims its whole weekday. */
const isSameTime = (left: string, right: string) =>
  `${left}.unit_id is not distinct from ${right}.unit_id and ${left}.weekday = ${right}.weekday
   and coalesce(${left}.from_minute, 0) < coalesce(${right}.to_minute, 1440)
   and coalesce(${right}.from_minute, 0) < coalesce(${left}.to_minute, 1440)`;

/** Takes out of `staged` each row that overlaps an earlier one which is kept. */
export async function refuseOverlappingShifts(sql: Sql): Promise<MergeRefusal[]> {
  const refused: MergeRefusal[] = [];
  for (;;) {
    const overlapping = await sql.query<MergeRefusal>(
      `with overlap as (
         select later.line, earlier.line as first_line
         from staged later join staged earlier on earlier.line < later.line and ${isSameTime("later", "earlier")}
       ), certain as (
         select line, min(first_line) as first_line from overlap
         where first_line not in (select line from overlap) group by line
       )
       delete from staged s using certain c where s.line = c.line
       returning s.line, 'overlapping' as kind, c.first_line as "firstLine"`,
    );
    if (overlapping.length === 0) return refused;
    refused.push(...overlapping);
  }
}

const isDisplaced = `exists (
  select from staged s where ${isSameTime("t", "s")} and t.from_minute is distinct from s.from_minute)`;

/** What is staged takes the place of the shifts that it overlaps; they are kept where a run is named. */
export async function removeDisplacedShifts(sql: Sql, runId?: string): Promise<void> {
  const columns = ["unit_id", "weekday", "from_minute", "to_minute"];
  if (runId !== undefined)
    await rememberRemoved(sql, { runId, table: "working_hours", columns }, isDisplaced);
  await sql.query(`delete from working_hours t where ${isDisplaced}`);
}
