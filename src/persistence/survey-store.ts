import type { Survey, SurveyStore } from "../domain/feedback/survey.ts";
import type { Sql } from "./database.ts";

/** Surveys on PostgreSQL, in whatever transaction `sql` is. */
export function createSurveyStore(sql: Sql): SurveyStore {
  return {
    async open({ feedbackId, round, askedAt, expiresAt, remindedAt }) {
      await sql.query(
        `insert into satisfaction_survey (feedback_id, round, asked_at, expires_at, reminded_at)
         values ($1, $2, $3, $4, $5) on conflict (feedback_id, round) do nothing`,
        [feedbackId, round, askedAt, expiresAt, remindedAt],
      );
    },
    async find(feedbackId, round) {
      const [row] = await sql.query<Survey>(
        `select feedback_id as "feedbackId", round, asked_at as "askedAt", expires_at as "expiresAt",
                reminded_at as "remindedAt", rated_at as "ratedAt", is_satisfied as "isSatisfied", reasons
         from satisfaction_survey where feedback_id = $1 and round = $2`,
        [feedbackId, round],
      );
      return row;
    },
    async rate({ feedbackId, round, ratedAt, isSatisfied, reasons }) {
      await sql.query(
        `update satisfaction_survey set rated_at = $3, is_satisfied = $4, reasons = $5
         where feedback_id = $1 and round = $2`,
        [feedbackId, round, ratedAt, isSatisfied, reasons],
      );
    },
  };
}
