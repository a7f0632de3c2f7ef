import type { MergeRefusal } from "../domain/imports/import-store.ts";
import type { Sql } from "./database.ts";

/** Whether two rows of working hours claim the same time; one without minutes claims its whole weekday. */
const isSameTime = (left: string, right: string) =>
  `${left}.unit_id is not distinct from ${right}.unit_id and ${left}.weekday = ${right}.weekday
   and coalesce(${left}.from_minute, 0) < coalesce(${right}.to_minute, 1440)
   and coalesce(${right}.from_minute, 0) < coalesce(${left}.to_minute, 1440)`;

/** Takes out of `staged` the rows that overlap an earlier one. */
export async function refuseOverlappingShifts(sql: Sql): Promise<MergeRefusal[]> {
  return sql.query<MergeRefusal>(
    `with overlapping as (
       select later.line, min(earlier.line) as first_line
       from staged later join staged earlier on earlier.line < later.line and ${isSameTime("later", "earlier")}
       group by later.line
     )
     delete from staged s using overlapping o where s.line = o.line
     returning s.line, 'overlapping' as kind, o.first_line as "firstLine"`,
  );
}

/** What is staged takes the place of the shifts that it overlaps. */
export async function removeDisplacedShifts(sql: Sql): Promise<void> {
  await sql.query(
    `delete from working_hours t using staged s
     where ${isSameTime("t", "s")} and t.from_minute is distinct from s.from_minute`,
  );
}
