import type { AccountEvent, AccountState } from "../domain/staff/staff-roster.ts";
import { sessionIdleHours } from "../domain/staff/sign-in.ts";
import type { Sql } from "./database.ts";
import { openStatuses, unitPathOf } from "./feedback-rows.ts";

/** How somebody's account stands; undefined when nobody has that name. */
export async function readAccountState(
  username: string,
  now: Date,
  sql: Sql,
): Promise<AccountState | undefined> {
  const [row] = await sql.query<Omit<AccountState, "secondStep"> & StepColumns>(
    `select
       array(select distinct channel from conversation where speaker = s.username and channel <> 'terminal' order by 1)
         as channels,
       (select count(*)::int from staff_session t where t.staff_id = s.id and t.ended_at is null and t.expires_at > $2
          and t.seen_at > $2::timestamptz - interval '${sessionIdleHours} hours') as sessions,
       (select max(i.expires_at) from staff_invitation i
        where i.staff_id = s.id and i.used_at is null and i.revoked_at is null and i.expires_at > $2) as "invitedUntil",
       exists (select from setting where key = 'dutyOfficer' and value #>> '{}' = s.username) as "isOnDuty",
       case when s.away_until >= ($2::timestamptz at time zone interval '7 hours')::date then json_build_object(
         'from', s.away_from, 'until', s.away_until,
         'substitute', (select b.username from staff_member b where b.id = s.substitute_id)) end as away,
       (select count(*)::int from feedback f where f.officer_id = s.id and f.status in ${openStatuses}) as "openCases",
       ${unitPathOf("s.unit_id")} as "unitPath",
       p.set_up_at as "setUpAt", case when p.locked_until > $2 then p.locked_until end as "lockedUntil"
     from staff_member s left join staff_second_step p on p.staff_id = s.id where s.username = $1`,
    [username, now],
  );
  if (!row) return undefined;
  const { setUpAt, lockedUntil, ...state } = row;
  return { ...state, secondStep: setUpAt && { setUpAt, lockedUntil } };
}

interface StepColumns {
  setUpAt: Date | null;
  lockedUntil: Date | null;
}

export function readAccountEvents(username: string, limit: number, sql: Sql): Promise<AccountEvent[]> {
  return sql.query(
    `select e.happened_at as "happenedAt", e.kind, coalesce(a.full_name, e.actor) as actor
     from staff_event e join staff_member s on s.id = e.staff_id left join staff_member a on a.username = e.actor
     where s.username = $1 and e.kind not in ('snoozed', 'apologised') order by e.id desc limit $2`,
    [username, limit],
  );
}
