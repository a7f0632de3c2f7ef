import type { Day } from "../domain/vietnam-time.ts";
import type { Sql } from "./database.ts";

/** Puts a routing rule before or behind its neighbour; its new place, or undefined when there is none on that side. */
export async function moveRule(place: string, side: "up" | "down", sql: Sql): Promise<number | undefined> {
  const [other] = await sql.query<{ place: number }>(
    side === "up"
      ? "select place from routing_rule where place < $1 order by place desc limit 1"
      : "select place from routing_rule where place > $1 order by place limit 1",
    [place],
  );
  if (!other) return undefined;
  // Places are unique at every moment, so one of the two waits aside.
  await sql.query("update routing_rule set place = -1 where place = $1", [place]);
  await sql.query("update routing_rule set place = $2 where place = $1", [other.place, place]);
  await sql.query("update routing_rule set place = $1 where place = -1", [other.place]);
  return other.place;
}

export async function setRuleActive(place: string, isActive: boolean, sql: Sql): Promise<void> {
  await sql.query("update routing_rule set is_active = $2 where place = $1", [place, isActive]);
}

/** The place after the last rule. */
export async function nextRulePlace(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ place: number }>(
    "select coalesce(max(place), 0) + 1 as place from routing_rule",
  );
  return row!.place;
}

/** What still hangs on a unit: nothing may, or closing it would leave work and people nowhere. */
export async function isUnitInUse(code: string, sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ used: boolean }>(
    `select u.parent_id is null
       or exists (select from unit c where c.parent_id = u.id and c.closed_on is null)
       or exists (select from staff_member s where s.unit_id = u.id and s.left_at is null)
       or exists (select from routing_rule r where r.unit_id = u.id and r.is_active)
       or exists (select from feedback f where f.unit_id = u.id
                  and f.status not in ('answered', 'closed', 'refused', 'forwarded', 'withdrawn'))
       or exists (select from dossier d where d.unit_id = u.id and d.resolved_at is null
                  and d.status not in ('registered', 'not-accepted'))
       or exists (select from assignment a where a.unit_id = u.id and a.done_on is null) as used
     from unit u where u.code = $1`,
    [code],
  );
  return row?.used ?? false;
}

export async function setUnitClosed(code: string, on: Day | null, sql: Sql): Promise<void> {
  await sql.query("update unit set closed_on = $2 where code = $1", [code, on]);
}

/** How many administrators there are who have not left. */
export async function countAdministrators(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    "select count(*)::int from staff_member where role = 'admin' and left_at is null",
  );
  return row!.count;
}
