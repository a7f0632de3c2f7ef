import type { Database } from "../src/persistence/database.ts";

/** A root with 39 rooms, 15 fields, 120 procedures. */
export async function describeAgency(database: Database): Promise<void> {
  await database.query("insert into unit (code, name) values ('STP', 'Sở')");
  await database.query(
    "insert into unit (code, name, parent_id) select 'P' || i, 'Phòng ' || i, 1 from generate_series(1, 39) i",
  );
  await database.query("insert into field (name) select 'Lĩnh vực ' || i from generate_series(1, 15) i");
  await database.query(
    `insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
     select '2.' || i, 'Thủ tục ' || i, 1 + i % 15, 'full', 'none', true, now() from generate_series(1, 120) i`,
  );
}

/**
 * Dossiers spread evenly over five and a half years up to `now`, over all units, procedures and modes alike (the hardest for
 * sums: every combination occurs); one in 200 is never finished, the others from 12 days before to 1 day after they are due.
 */
export async function makeDossiers(database: Database, count: number, now: Date): Promise<void> {
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked)
     select 'H57.16-' || i, 1 + (h % 120)::int, 1 + (h / 120 % 40)::int, (array['online', 'in-person', 'postal'])[1 + (h / 7 % 3)::int],
            case when done > $2 or h % 200 = 0 then 'in-progress' else 'returned' end, received, due,
            case when done <= $2 and h % 200 <> 0 then done end, case when done <= $2 and h % 200 <> 0 then done end,
            (array['none', 'none', 'none', 'horizontal', 'vertical'])[1 + (h / 11 % 5)::int]
     from (
       select i, h, received, due, greatest(received, due + (h / 13 % 320 - 296) * interval '1 hour') as done
       from (
         select i, h, received, received + (5 + h / 17 % 15) * interval '1 day' as due
         from (
           select i, hashint8extended(i, 1) & 9007199254740991 as h,
                  $2::timestamptz - interval '2000 days' + i * (interval '2000 days' / $1) as received
           from generate_series(1, $1::int) i
         ) spread
       ) promised
     ) finished`,
    [count, now],
  );
}
