import { countingWindow } from "../src/domain/statistics/counting-window.ts";
import type { Period } from "../src/domain/statistics/period.ts";
import type { Database } from "../src/persistence/database.ts";

/** The dossier figures of the whole agency by ranges of the covering indexes: the quickest way without kept sums. */
export async function countInRanges(
  database: Database,
  { period, now }: { period: Period; now: Date },
): Promise<unknown[]> {
  const { start, end, lateBefore } = countingWindow(period, now);
  return await database.query(
    `select
       (select json_build_object('total', count(*), 'online', count(*) filter (where submission_mode = 'online'),
                                 'postal', count(*) filter (where submission_mode = 'postal'))
        from dossier where is_counted and received_at >= $1 and received_at < $2) as received,
       (select json_build_object('total', count(*), 'early', count(*) filter (where resolved_on < due_on),
                                 'late', count(*) filter (where resolved_on > due_on))
        from dossier where is_counted and resolved_at >= $1 and resolved_at < $2) as resolved,
       (select count(*) from dossier where is_counted and resolved_at >= $2 and received_at < $2) as "resolvedLater",
       (select json_build_object('total', count(*), 'late', count(*) filter (where due_on < $3))
        from dossier where is_counted and resolved_at is null and received_at < $2) as open`,
    [start, end, lateBefore],
  );
}
