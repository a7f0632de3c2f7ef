import type { FeedbackRules } from "../domain/feedback/feedback-store.ts";
import type { FeedbackPolicy } from "../domain/feedback/policy.ts";
import type { RoutingRule } from "../domain/feedback/routing.ts";
import type { Sql } from "./database.ts";

/** Policies, routing rules and what they refer to, on PostgreSQL. */
export function createFeedbackRules(sql: Sql): FeedbackRules {
  return {
    policies: () =>
      sql.query<FeedbackPolicy>(
        `select p.id, field.name as field, p.kind, p.urgency, p.version, p.valid_from as "validFrom",
                p.accept_term as "acceptTerm", p.answer_term as "answerTerm", p.needs_approval as "needsApproval",
                p.max_extensions as "maxExtensions", p.max_pauses as "maxPauses",
                p.max_pause_working_days as "maxPauseWorkingDays", p.legal_basis as "legalBasis"
         from feedback_policy p left join field on field.id = p.field_id`,
      ),
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
