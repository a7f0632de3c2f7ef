import { stateLifetimeMs } from "../conversation/conversation-state.ts";
import { choicesOf } from "../conversation/choose-button.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Sql } from "./database.ts";

/**
 * Lets the numbers and labels of buttons said unasked be typed as those of an answer are: the conversations, which are
 * locked, remember the last buttons they were shown, beside whatever talk is still alive.
 */
export async function rememberChoices(
  sql: Sql,
  said: readonly { conversationId: string; reply: Reply }[],
  now: Date,
): Promise<void> {
  const shown = new Map(
    said.flatMap(({ conversationId, reply }) => {
      const choices = choicesOf([reply]);
      return choices ? [[conversationId, choices] as const] : [];
    }),
  );
  if (shown.size === 0) return;
  await sql.query(
    `update conversation c
     set state = case when c.updated_at > $2 then c.state else '{}' end || jsonb_build_object('choices', s.choices),
         updated_at = $3
     from jsonb_to_recordset($1::jsonb) as s (id bigint, choices jsonb)
     where c.id = s.id`,
    [
      JSON.stringify([...shown].map(([id, choices]) => ({ id, choices }))),
      new Date(now.getTime() - stateLifetimeMs),
      now,
    ],
  );
}
