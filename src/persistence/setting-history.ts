import type { Deed } from "../domain/audit/act.ts";
import {
  differencesOf,
  type SettingArea,
  type SettingChange,
  type SettingHistory,
  type SettingRow,
} from "../domain/settings/setting-change.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Sql } from "./database.ts";

const columns = `c.id, c.area, c.subject, c.happened_at as "happenedAt", c.actor, s.full_name as "actorName",
  c.before, c.after`;

/** What was changed of the settings, on PostgreSQL. */
export function createSettingHistory(sql: Sql): SettingHistory {
  return {
    async add({ area, subject, happenedAt, actor, before, after }) {
      await sql.query(
        `insert into setting_change (area, subject, happened_at, actor, before, after)
         values ($1, $2, $3, $4, $5, $6)`,
        [area, subject, happenedAt, actor, before && JSON.stringify(before), after && JSON.stringify(after)],
      );
      // The values stand in the history alone: a colleague's telephone is nothing to be kept for good.
      await createAuditTrail(sql).record({
        by: { kind: "staff", name: actor },
        deed: deedOf(area, after),
        on: { kind: area === "chi-tieu" ? "target" : area, id: subject },
        channel: "web",
        at: happenedAt,
        detail: { columns: differencesOf(before, after).map(({ column }) => column) },
      });
    },
    list: ({ area, subject }, limit) =>
      sql.query<SettingChange>(
        `select ${columns} from setting_change c left join staff_member s on s.username = c.actor
         where ($1::text is null or c.area = $1) and ($2::text is null or c.subject = $2)
         order by c.id desc limit $3`,
        [area ?? null, subject ?? null, limit],
      ),
  };
}

function deedOf(area: SettingArea, after: SettingRow | null): Deed {
  if (area === "chinh-sach") return "policy-added";
  if (area !== "chi-tieu") return "settings-changed";
  return after === null ? "target-ended" : "target-set";
}
