import type { Sql } from "../../src/persistence/database.ts";

/** How the disk under PostgreSQL is. */
export type Disk = "well" | "slow" | "full";

const slowSeconds = 0.05;
/** What every turn, delivery and deed writes. */
const written = ["inbound_message", "outbox", "feedback_event", "audit_act", "import_run"];

/**
 * Lets the disk be full or slow for whoever writes: a full one fails a statement with the error that PostgreSQL gives when a
 * file cannot grow, as a small file system would, and no right to mount one is needed.
 */
export async function buildWeather(sql: Sql): Promise<void> {
  await sql.query("create unlogged table chaos_weather (disk text not null)");
  await sql.query("insert into chaos_weather values ('well')");
  await sql.query(
    `create function chaos_disk() returns trigger language plpgsql as $$
     declare disk text := (select w.disk from chaos_weather w limit 1);
     begin
       if disk = 'full' then
         raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
       elsif disk = 'slow' then
         perform pg_sleep(${slowSeconds});
       end if;
       return null;
     end $$`,
  );
  for (const table of written)
    await sql.query(
      `create trigger chaos_disk before insert or update on ${table} for each statement execute function chaos_disk()`,
    );
}

export async function setDisk(sql: Sql, disk: Disk): Promise<void> {
  await sql.query("update chaos_weather set disk = $1", [disk]);
}
