import type { GuidanceStore } from "../domain/feedback/guidance.ts";
import type { Sql } from "./database.ts";

/** What people were told of where their matter belongs, on PostgreSQL. */
export function createGuidanceStore(sql: Sql): GuidanceStore {
  return {
    async add({ person, conversationId, kind, saidAt }) {
      await sql.query(
        "insert into guidance (person, conversation_id, kind, said_at) values ($1, $2, $3, $4)",
        [person, conversationId, kind, saidAt],
      );
    },
  };
}
