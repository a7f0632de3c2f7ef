import type {
  FigureSubscription,
  FigureSubscriptionStore,
  Rhythm,
} from "../domain/statistics/figures-digest.ts";
import type { Sql } from "./database.ts";

export function createFigureSubscriptionStore(sql: Sql): FigureSubscriptionStore {
  return {
    async of(username) {
      const rows = await sql.query<{ rhythm: Rhythm }>(
        `select f.rhythm from figure_subscription f join staff_member s on s.id = f.staff_id where s.username = $1`,
        [username],
      );
      return rows.map(({ rhythm }) => rhythm);
    },
    async set(username, rhythm, isOn, now) {
      if (isOn)
        await sql.query(
          `insert into figure_subscription (staff_id, rhythm, since)
           select id, $2, $3 from staff_member where username = $1 on conflict do nothing`,
          [username, rhythm, now],
        );
      else
        await sql.query(
          `delete from figure_subscription
           where rhythm = $2 and staff_id = (select id from staff_member where username = $1)`,
          [username, rhythm],
        );
    },
    take: (rhythms, on) =>
      sql.query<FigureSubscription>(
        `update figure_subscription f set looked_on = $2
         from staff_member s join unit u on u.id = s.unit_id
         where s.id = f.staff_id and s.left_at is null and s.role <> 'officer'
           and f.rhythm = any ($1) and f.looked_on is distinct from $2
         returning s.username, u.code as "unitCode", f.rhythm`,
        [rhythms, on],
      ),
  };
}
