import type { Sql } from "./database.ts";

const aliveForSeconds = 60;

/** Who has a case open, told by their browsers every few seconds; names of the others. */
export async function lookIn(sql: Sql, caseId: string, username: string, now: Date): Promise<string[]> {
  const others = await sql.query<{ fullName: string }>(
    `with seen as (
       insert into case_presence (feedback_id, staff_id, seen_at)
       select $1, id, $3 from staff_member where username = $2
       on conflict (feedback_id, staff_id) do update set seen_at = excluded.seen_at
     ), gone as (
       delete from case_presence where seen_at < $3::timestamptz - interval '1 day'
     )
     select s.full_name as "fullName" from case_presence p join staff_member s on s.id = p.staff_id
     where p.feedback_id = $1 and s.username <> $2
       and p.seen_at > $3::timestamptz - interval '${aliveForSeconds} seconds'
     order by s.full_name`,
    [caseId, username, now],
  );
  return others.map(({ fullName }) => fullName);
}
