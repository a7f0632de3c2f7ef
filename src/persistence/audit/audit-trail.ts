import type { AuditTrail } from "../../domain/audit/act.ts";
import type { Sql } from "../database.ts";

/** Acts on PostgreSQL, in whatever transaction `sql` is. */
export function createAuditTrail(sql: Sql): AuditTrail {
  return {
    async record({ by, deed, on, channel, at, detail = {} }) {
      await sql.query(
        `insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel, detail)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [at, by.kind, by.name, deed, on.kind, on.id, channel, JSON.stringify(detail)],
      );
    },
  };
}
