import {
  readUnsentFeedback,
  unsentLifetimeMs,
  type KeptFeedback,
  type UnsentFeedbackStore,
} from "../conversation/flows/feedback/unsent-feedback.ts";
import type { Sql } from "./database.ts";

interface UnsentRow {
  id: string;
  answers: unknown;
  updated_at: Date;
}

/** Feedback being written, on PostgreSQL. */
export function createUnsentFeedbackStore(sql: Sql): UnsentFeedbackStore {
  return {
    async current(conversationId, now) {
      const [row] = await sql.query<UnsentRow>(
        `select id, answers, updated_at from unsent_feedback
         where conversation_id = $1 and feedback_id is null and updated_at > $2`,
        [conversationId, new Date(now.getTime() - unsentLifetimeMs)],
      );
      return row && readKept(row);
    },
    async start(conversationId, answers, now) {
      await sql.query("delete from unsent_feedback where conversation_id = $1 and feedback_id is null", [
        conversationId,
      ]);
      const [row] = await sql.query<UnsentRow>(
        `insert into unsent_feedback (conversation_id, answers, started_at, updated_at)
         values ($1, $2, $3, $3) returning id, answers, updated_at`,
        [conversationId, JSON.stringify(answers), now],
      );
      return readKept(row!);
    },
    async keep(id, answers, now) {
      await sql.query("update unsent_feedback set answers = $2, updated_at = $3 where id = $1", [
        id,
        JSON.stringify(answers),
        now,
      ]);
    },
    async forget(id) {
      await sql.query("delete from unsent_feedback where id = $1 and feedback_id is null", [id]);
    },
    async sent(id, feedbackId) {
      await sql.query("update unsent_feedback set feedback_id = $2, answers = '{}' where id = $1", [
        id,
        feedbackId,
      ]);
    },
    async sentAs(conversationId, id) {
      const [row] = await sql.query<{ code: string }>(
        `select f.code from unsent_feedback u join feedback f on f.id = u.feedback_id
         where u.conversation_id = $1 and u.id = $2`,
        [conversationId, id],
      );
      return row?.code;
    },
  };
}

/** Forgets what nobody has gone on writing since an instant. */
export async function forgetUnsentFeedback(sql: Sql, since: Date): Promise<void> {
  await sql.query("delete from unsent_feedback where feedback_id is null and updated_at < $1", [since]);
}

function readKept({ id, answers, updated_at: updatedAt }: UnsentRow): KeptFeedback {
  return { id, answers: readUnsentFeedback(answers), updatedAt };
}
