import type { PaceStore } from "../conversation/delivery/pacing.ts";
import type { Sql } from "./database.ts";

/** A call takes less than this; the slot of a worker that died is free again after it. */
const slotLease = "interval '60 seconds'";
/** When every slot is in a call, one comes back soon. */
const longestSlotWaitMs = 20;

/** The pace of all workers together. The database's clock counts, since those of the workers may differ. */
export function createDeliveryPaceStore(sql: Sql): PaceStore {
  const prepared = new Set<string>();

  async function prepareSlots(channel: string, count: number): Promise<void> {
    await sql.query(
      `insert into delivery_slot (channel, place, free_at)
       select $1, place, '-infinity' from generate_series(1, $2::int) as place on conflict do nothing`,
      [channel, count],
    );
    prepared.add(channel);
  }

  return {
    // A scope's row tells when its moments are used up; the first of `burst` that lie ahead may be used at once.
    async reserve(scope, { burst, everyMs }, horizonMs) {
      const [row] = await sql.query<{ waitMs: number }>(
        `insert into delivery_pace as p (scope, next_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
         on conflict (scope) do update
         set next_at = greatest(p.next_at, clock_timestamp()) + $2 * interval '1 ms'
         where p.next_at <= clock_timestamp() + ($3 + $2 * ($4 - 1)) * interval '1 ms'
         returning (extract(epoch from next_at - clock_timestamp()) * 1000 - $2 * $4)::float as "waitMs"`,
        [scope, everyMs, horizonMs, burst],
      );
      if (row) return { isReserved: true, waitMs: Math.max(0, Math.ceil(row.waitMs)) };
      const [later] = await sql.query<{ waitMs: number }>(
        `select (extract(epoch from next_at - clock_timestamp()) * 1000)::float - $2 - $3 * ($4 - 1) as "waitMs"
         from delivery_pace where scope = $1`,
        [scope, horizonMs, everyMs, burst],
      );
      return { isReserved: false, waitMs: Math.max(0, Math.ceil(later?.waitMs ?? 0)) };
    },
    async hold(scope, forMs) {
      await sql.query(
        `insert into delivery_pace as p (scope, next_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
         on conflict (scope) do update set next_at = greatest(p.next_at, excluded.next_at)`,
        [scope, forMs],
      );
    },
    async takeSlot(channel, { count }) {
      if (!prepared.has(channel)) await prepareSlots(channel, count);
      const [taken] = await sql.query<{ slot: number }>(
        `with free as (
           select place from delivery_slot
           where channel = $1 and place <= $2 and free_at <= clock_timestamp()
           order by free_at limit 1 for no key update skip locked
         )
         update delivery_slot s set free_at = clock_timestamp() + ${slotLease}
         from free where s.channel = $1 and s.place = free.place
         returning s.place as slot`,
        [channel, count],
      );
      if (taken) return taken;
      const [next] = await sql.query<{ waitMs: number }>(
        `select (extract(epoch from min(free_at) - clock_timestamp()) * 1000)::float as "waitMs"
         from delivery_slot where channel = $1 and place <= $2`,
        [channel, count],
      );
      return { waitMs: Math.min(Math.max(1, Math.ceil(next!.waitMs)), longestSlotWaitMs) };
    },
    async returnSlot(channel, { lengthMs }, slot) {
      await sql.query(
        `update delivery_slot set free_at = clock_timestamp() + $3 * interval '1 ms' where channel = $1 and place = $2`,
        [channel, slot, lengthMs],
      );
    },
  };
}

/** Forgets scopes that are free again: they are as good as new. */
export async function forgetFreePaces(sql: Sql): Promise<void> {
  await sql.query("delete from delivery_pace where next_at < clock_timestamp() - interval '1 minute'");
}
