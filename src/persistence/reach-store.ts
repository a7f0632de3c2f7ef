import type { Sql } from "./database.ts";

/** What a channel tells of whether its people can be written to. A word from them settles it too: see the turn. */
export function createReachStore(sql: Sql, channel: string) {
  return {
    /** News older than the person's last word changes nothing; nor does any of somebody never met. */
    async note(news: {
      conversationId: string;
      at: Date;
      isReachable: boolean;
      reason?: string;
    }): Promise<void> {
      const { conversationId, at, isReachable, reason } = news;
      await sql.query(
        `update conversation
         set unreachable_since = case when $3 then null else coalesce(unreachable_since, $4) end,
             unreachable_reason = case when $3 then null else $5 end
         where channel = $1 and external_id = $2 and ($3 or updated_at <= $4)`,
        [channel, conversationId, isReachable, at, reason ?? null],
      );
    },
  };
}
