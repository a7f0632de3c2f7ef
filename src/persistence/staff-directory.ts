import type { LadderRung } from "../domain/notices/notice.ts";
import type { Standing, StaffDirectory } from "../domain/staff/staff-directory.ts";
import type { Day } from "../domain/vietnam-time.ts";
import type { Sql } from "./database.ts";

/** Who stands in for a member of staff on a day: themselves, or a substitute while away; nobody once they left. */
export const present = `
  select s.*, case when $1::date between s.away_from and s.away_until
                   then (select b.username from staff_member b where b.id = s.substitute_id and b.left_at is null)
                   else s.username end as present_as
  from staff_member s where s.left_at is null`;

/** The posts whose holders are away on a day and named this person their substitute, as one JSON value in SQL. */
export function postsHeldFor(staffId: string, on: string): string {
  return `select json_agg(json_build_object('username', away.username, 'role', away.role,
                                            'unitCode', unit.code, 'unitName', unit.name) order by away.id)
          from staff_member away join unit on unit.id = away.unit_id
          where away.substitute_id = ${staffId} and away.left_at is null
            and ${on} between away.away_from and away.away_until`;
}

/** Who stands for each of these today, by username; those nobody stands for are left out. */
export async function readPresent(
  sql: Sql,
  usernames: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ username: string; present_as: string }>(
    `select username, present_as from (${present}) p where username = any ($2) and present_as is not null`,
    [on, usernames],
  );
  return new Map(rows.map(({ username, present_as: presentAs }) => [username, presentAs]));
}

const openCases = `(select count(*) from feedback f where f.officer_id = p.id
  and f.status not in ('answered', 'closed', 'refused', 'forwarded', 'withdrawn'))`;

/** Units from the one with this code up to the root. */
const above = `
  above as (
    select id, parent_id, 0 as height from unit where code = $2
    union all select u.id, u.parent_id, height + 1 from unit u join above on u.id = above.parent_id
  )`;

/** The staff as they are responsible, on PostgreSQL. */
export function createStaffDirectory(sql: Sql): StaffDirectory {
  async function first(text: string, values: readonly unknown[]): Promise<string | undefined> {
    const [row] = await sql.query<{ name: string }>(text, values);
    return row?.name;
  }

  const officerOf = (username: string, on: Day) =>
    first(`select present_as as name from (${present}) p where username = $2 and present_as is not null`, [
      on,
      username,
    ]);

  const headAbove = (unitCode: string, on: Day, from: number) =>
    first(
      `with recursive ${above}
       select p.present_as as name from (${present}) p join above on above.id = p.unit_id
       where p.role = 'leader' and above.height >= $3 and p.present_as is not null
       order by above.height, p.id limit 1`,
      [on, unitCode, from],
    );

  const superiorOf = (username: string, on: Day) =>
    first(
      `select p.present_as as name from (${present}) p
       join staff_member s on s.superior_id = p.id
       where s.username = $2 and p.present_as is not null`,
      [on, username],
    );

  const atRoot = (on: Day) =>
    first(
      `select p.present_as as name from (${present}) p join unit u on u.id = p.unit_id
       where p.role = 'leader' and u.parent_id is null and p.present_as is not null order by p.id limit 1`,
      [on],
    );

  const administrator = (on: Day) =>
    first(
      `select p.present_as as name from (${present}) p
       where p.role = 'admin' and p.present_as is not null order by p.id limit 1`,
      [on],
    );

  async function onDuty(on: Day): Promise<string | undefined> {
    const chosen = await first(
      `select p.present_as as name from (${present}) p
       join setting on setting.key = 'dutyOfficer' and setting.value #>> '{}' = p.username
       where p.present_as is not null`,
      [on],
    );
    return chosen ?? (await administrator(on)) ?? (await atRoot(on));
  }

  async function headOf({ officer, unitCode }: Standing, on: Day): Promise<string | undefined> {
    const superior = officer ? await superiorOf(officer, on) : undefined;
    return superior ?? (unitCode ? await headAbove(unitCode, on, 0) : undefined);
  }

  async function holder(rung: LadderRung, standing: Standing, on: Day): Promise<string | undefined> {
    switch (rung) {
      case "officer":
        return standing.officer ? officerOf(standing.officer, on) : undefined;
      case "head":
        return headOf(standing, on);
      case "leader": {
        const head = await headOf(standing, on);
        return (head && (await superiorOf(head, on))) ?? (await atRoot(on));
      }
      case "office":
      case "admin":
        return administrator(on);
      case "duty":
        return undefined;
    }
  }

  return {
    async officerFor(unitCode, on) {
      const chosen = await first(
        `select p.present_as as name from (${present}) p join unit u on u.id = p.unit_id
         where u.code = $2 and p.role = 'officer' and p.present_as is not null
         order by ${openCases}, p.id limit 1`,
        [on, unitCode],
      );
      return chosen ?? headAbove(unitCode, on, 0);
    },
    holderOf: async (rung, standing, on) => (await holder(rung, standing, on)) ?? onDuty(on),
  };
}
