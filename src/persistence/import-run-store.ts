import type { ImportRun, ImportRunStore } from "../domain/imports/import-run.ts";
import type { Sql } from "./database.ts";

/** Runs whose changes stand in the database, the newest first: the first of them may be undone. */
const lastDone = "(select max(id) from import_run where status = 'done')";

/** $1 now. */
const isForTaking = "(status = 'queued' or (status = 'running' and leased_until < $1))";

const columns = `
  r.id::text, r.kind, r.file_name as "fileName", r.size_bytes::float as "sizeBytes", r.uploaded_by as "uploadedBy",
  by_name.full_name as "uploadedByName", r.uploaded_at as "uploadedAt", r.status, r.header, r.meanings, r.sample,
  r.rows_read as "rowsRead", r.fraction, r.counts, r.refusal, r.settled_at as "settledAt", r.undone,
  r.undone_at as "undoneAt", undo_name.full_name as "undoneByName",
  (r.status = 'done' and r.id = ${lastDone}) as "isUndoable"`;

const names = `left join staff_member by_name on by_name.username = r.uploaded_by
  left join staff_member undo_name on undo_name.username = r.undone_by`;

/** Imports of the pages on PostgreSQL: the file too, so that any worker can take it. */
export function createImportRunStore(sql: Sql): ImportRunStore {
  const change = async (text: string, values: unknown[]) =>
    (await sql.query(`${text} returning id`, values)).length > 0;
  const dropParts = (id: string) =>
    sql.query("delete from import_part where run_id = $1 and part = 'file'", [id]);

  return {
    async begin({ kind, fileName, uploadedBy, now }) {
      const [row] = await sql.query<{ id: string }>(
        `insert into import_run (kind, file_name, uploaded_by, uploaded_at) values ($1, $2, $3, $4) returning id::text`,
        [kind, fileName, uploadedBy, now],
      );
      return row!.id;
    },
    async addPart(id, part, place, content) {
      await sql.query(
        "insert into import_part (run_id, part, place, content) values ($1, $2, $3, $4) on conflict (run_id, part, place) do update set content = excluded.content",
        [id, part, place, content],
      );
    },
    async *parts(id, part) {
      for (let place = 0; ; place += 1) {
        const [row] = await sql.query<{ content: Buffer }>(
          "select content from import_part where run_id = $1 and part = $2 and place = $3",
          [id, part, place],
        );
        if (!row) return;
        yield row.content;
      }
    },
    async showPreview(id, sizeBytes, { header, meanings, sample }) {
      await change(
        `update import_run set status = 'waiting', size_bytes = $2, header = $3, meanings = $4, sample = $5 where id = $1`,
        [id, sizeBytes, JSON.stringify(header), JSON.stringify(meanings), JSON.stringify(sample)],
      );
    },
    async refuse(id, refusal, now) {
      await change("update import_run set status = 'refused', refusal = $2, settled_at = $3 where id = $1", [
        id,
        JSON.stringify(refusal),
        now,
      ]);
      await dropParts(id);
    },
    queue: (id, meanings) =>
      change("update import_run set status = 'queued', meanings = $2 where id = $1 and status = 'waiting'", [
        id,
        JSON.stringify(meanings),
      ]),
    async discard(id, now) {
      const isDone = await change(
        "update import_run set status = 'discarded', settled_at = $2, sample = '[]' where id = $1 and status = 'waiting'",
        [id, now],
      );
      if (isDone) await dropParts(id);
      return isDone;
    },
    async find(id) {
      const [run] = await sql.query<ImportRun>(
        `select ${columns} from import_run r ${names} where r.id = $1 and r.status <> 'uploading'`,
        [id],
      );
      return run;
    },
    history: ({ after, limit }) =>
      sql.query<ImportRun>(
        `select ${columns} from import_run r ${names}
         where r.status <> 'uploading' and ($1::bigint is null or r.id < $1) order by r.id desc limit $2`,
        [after ?? null, limit],
      ),
    async lease(now, until) {
      const [taken] = await sql.query<{ id: string }>(
        `update import_run set status = 'running', leased_until = $2, attempts = attempts + 1, rows_read = 0, fraction = 0
         where id = (
           select id from import_run
           where ${isForTaking} order by id limit 1 for update skip locked
         ) returning id::text`,
        [now, until],
      );
      return taken && (await this.find(taken.id));
    },
    async isAnyWaiting(now) {
      const waiting = await sql.query(`select from import_run where ${isForTaking} limit 1`, [now]);
      return waiting.length > 0;
    },
    async attempts(id) {
      const [row] = await sql.query<{ attempts: number }>("select attempts from import_run where id = $1", [
        id,
      ]);
      return row!.attempts;
    },
    async progress(id, { rows, fraction }, until) {
      await change(
        `update import_run set rows_read = $2, fraction = $3, leased_until = $4 where id = $1 and status = 'running'`,
        [id, rows, fraction, until],
      );
    },
    async finish(id, counts, now) {
      await sql.query(
        `update import_run r
         set status = 'done', settled_at = $3, fraction = 1, rows_read = ($2::jsonb ->> 'read')::int, sample = '[]',
             counts = $2::jsonb || coalesce(written || jsonb_build_object('unchanged',
               ($2::jsonb ->> 'read')::int - ($2::jsonb ->> 'rejected')::int
               - (written ->> 'added')::int - (written ->> 'changed')::int), '{}')
         where id = $1`,
        [id, JSON.stringify(counts), now],
      );
      await dropParts(id);
      await sql.query("delete from import_change where run_id < $1", [id]);
    },
    async fail(id, now) {
      await change("update import_run set status = 'failed', settled_at = $2 where id = $1", [id, now]);
      await dropParts(id);
    },
    async remembered(kind) {
      const rows = await sql.query<{ header: string; column_name: string | null }>(
        "select header, column_name from import_column where kind = $1",
        [kind],
      );
      return new Map(rows.map(({ header, column_name }) => [header, column_name]));
    },
    async remember(kind, meanings) {
      await sql.query(
        `insert into import_column (kind, header, column_name)
         select $1, key, value from jsonb_each_text($2::jsonb)
         on conflict (kind, header) do update set column_name = excluded.column_name`,
        [kind, JSON.stringify(Object.fromEntries(meanings))],
      );
    },
    async forget(undecidedSince, rejectedSince, now) {
      await sql.query(
        `update import_run set status = 'discarded', settled_at = $2, sample = '[]'
         where status in ('uploading', 'waiting') and uploaded_at < $1`,
        [undecidedSince, now],
      );
      await sql.query(
        `delete from import_part p using import_run r
         where r.id = p.run_id and (r.status = 'discarded' or (p.part = 'rejects' and r.settled_at < $1))`,
        [rejectedSince],
      );
    },
  };
}
