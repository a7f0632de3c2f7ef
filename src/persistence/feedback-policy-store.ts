import type { FeedbackPolicy } from "../domain/feedback/policy.ts";
import type { FeedbackPolicyStore } from "../domain/feedback/policy-store.ts";
import type { Sql } from "./database.ts";

const policyColumns = `
  p.id, field.name as field, p.kind, p.urgency, p.version, p.valid_from as "validFrom",
  p.accept_term as "acceptTerm", p.answer_term as "answerTerm", p.needs_approval as "needsApproval",
  p.max_extensions as "maxExtensions", p.max_pauses as "maxPauses",
  p.max_pause_working_days as "maxPauseWorkingDays", p.reminders, p.legal_basis as "legalBasis"`;

/** The policy table on PostgreSQL. */
export function createFeedbackPolicyStore(sql: Sql): FeedbackPolicyStore {
  const list = () =>
    sql.query<FeedbackPolicy>(
      `select ${policyColumns} from feedback_policy p left join field on field.id = p.field_id
       order by field.name nulls first, p.kind nulls first, p.urgency, p.version desc`,
    );
  return {
    list,
    async add(policy) {
      const [added] = await sql.query<{ id: number }>(
        `insert into feedback_policy (field_id, kind, urgency, version, valid_from, accept_term, answer_term,
           needs_approval, max_extensions, max_pauses, max_pause_working_days, reminders, legal_basis)
         select field.id, $2, $3, coalesce(max(p.version), 0) + 1, $4, $5, $6, $7, $8, $9, $10,
                coalesce($12, (array_agg(p.reminders order by p.version desc))[1], '{}'), $11
         from (select 1) one
         left join field on field.name = $1
         left join feedback_policy p on p.field_id is not distinct from field.id
           and p.kind is not distinct from $2 and p.urgency = $3
         where $1::text is null or field.id is not null
         group by field.id
         returning id`,
        [
          policy.field,
          policy.kind,
          policy.urgency,
          policy.validFrom,
          JSON.stringify(policy.acceptTerm),
          JSON.stringify(policy.answerTerm),
          policy.needsApproval,
          policy.maxExtensions,
          policy.maxPauses,
          policy.maxPauseWorkingDays,
          policy.legalBasis,
          policy.reminders ?? null,
        ],
      );
      return added && (await list()).find(({ id }) => id === added.id);
    },
  };
}
