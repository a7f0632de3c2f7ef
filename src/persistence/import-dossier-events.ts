import type { Sql } from "./database.ts";

/**
 * Adds to the history what `difference` changes: each new status or due date, at the best time the row gives for it;
 * a dossier seen for the first time past its acceptance was accepted when it was received.
 */
export async function addDossierEvents(sql: Sql): Promise<void> {
  await sql.query(
    `insert into dossier_event (dossier_id, happened_at, recorded_at, from_status, to_status, due_at, source, import_id)
     select dossier.id, event.happened_at, origin.now, event.from_status, event.to_status, d.due_at, origin.source, origin.run_id
     from difference d join dossier on dossier.code = d.code cross join origin
     cross join lateral (
       select 1 as step, d.received_at as happened_at, null as from_status, 'accepted' as to_status
       where not d.is_known and d.received_at is not null
         and d.status not in ('registered', 'not-accepted', 'accepted')
       union all
       select 2,
              coalesce(case d.status
                when 'accepted' then d.received_at
                when 'result-ready' then coalesce(d.finished_at, d.returned_at)
                when 'returned' then coalesce(d.returned_at, d.finished_at)
              end, origin.now),
              case when d.is_known then d.old_status
                   when d.received_at is not null and d.status not in ('registered', 'not-accepted', 'accepted')
                   then 'accepted' end,
              d.status
       where not d.is_known or (d.status, d.due_at) is distinct from (d.old_status, d.old_due_at)
     ) event
     order by dossier.id, event.step`,
  );
}
