import type { FeedbackRules } from "../domain/feedback/feedback-store.ts";
import type { RoutingRule } from "../domain/feedback/routing.ts";
import type { Sql } from "./database.ts";
import { createFeedbackPolicyStore } from "./feedback-policy-store.ts";

/** Policies, routing rules and what they refer to, on PostgreSQL. */
export function createFeedbackRules(sql: Sql): FeedbackRules {
  return {
    policies: () => createFeedbackPolicyStore(sql).list(),
    routing: () =>
      sql.query<RoutingRule>(
        `select r.id, field.name as field, r.phrases, u.code as "unitCode", s.username as officer
         from routing_rule r join unit u on u.id = r.unit_id
         left join field on field.id = r.field_id left join staff_member s on s.id = r.officer_id
         where r.is_active order by r.place`,
      ),
    async countWrong(routingRuleId) {
      await sql.query("update routing_rule set wrong_count = wrong_count + 1 where id = $1", [routingRuleId]);
    },
    async unitExists(unitCode) {
      const [row] = await sql.query("select from unit where code = $1", [unitCode]);
      return row !== undefined;
    },
    async unitOfDossier(dossierCode) {
      const [row] = await sql.query<{ code: string }>(
        "select u.code from dossier d join unit u on u.id = d.unit_id where d.code = $1",
        [dossierCode],
      );
      return row?.code;
    },
  };
}
