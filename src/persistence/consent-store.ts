import { createHash } from "node:crypto";
import type { ConsentStore } from "../domain/people/consent.ts";
import type { Sql } from "./database.ts";

/** Consents on PostgreSQL: the words once, by their digest. */
export function createConsentStore(sql: Sql): ConsentStore {
  return {
    async record({ feedbackId, conversationId, version, language, words, channel, at }) {
      const digest = createHash("sha256").update(words).digest("hex");
      await sql.query(
        `insert into consent_text (digest, version, language, words) values ($1, $2, $3, $4) on conflict do nothing`,
        [digest, version, language, words],
      );
      await sql.query(
        `insert into consent (feedback_id, conversation_id, digest, channel, given_at) values ($1, $2, $3, $4, $5)`,
        [feedbackId, conversationId, digest, channel, at],
      );
    },
  };
}
