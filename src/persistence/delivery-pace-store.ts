import type { PaceStore } from "../conversation/delivery/pacing.ts";
import type { Sql } from "./database.ts";

/**
 * The pace of all workers together. A scope's row holds when its moments are used up; of `burst` moments that lie ahead
 * of it the first may be used at once. The database's clock counts, since those of the workers may differ.
 */
export function createDeliveryPaceStore(sql: Sql): PaceStore {
  return {
    async reserve(scope, { burst, everyMs }, horizonMs) {
      const [row] = await sql.query<{ waitMs: number }>(
        `insert into delivery_pace as p (scope, next_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
         on conflict (scope) do update
         set next_at = greatest(p.next_at, clock_timestamp()) + $2 * interval '1 ms'
         where p.next_at <= clock_timestamp() + ($3 + $2 * ($4 - 1)) * interval '1 ms'
         returning (extract(epoch from next_at - clock_timestamp()) * 1000 - $2 * $4)::float as "waitMs"`,
        [scope, everyMs, horizonMs, burst],
      );
      return row && Math.max(0, Math.ceil(row.waitMs));
    },
    async hold(scope, forMs) {
      await sql.query(
        `insert into delivery_pace as p (scope, next_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
         on conflict (scope) do update set next_at = greatest(p.next_at, excluded.next_at)`,
        [scope, forMs],
      );
    },
  };
}

/** Forgets scopes that are free again: they are as good as new. */
export async function forgetFreePaces(sql: Sql): Promise<void> {
  await sql.query("delete from delivery_pace where next_at < clock_timestamp() - interval '1 minute'");
}
