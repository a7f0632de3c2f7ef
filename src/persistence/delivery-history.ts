import type { Delivery } from "../conversation/delivery/delivery-board.ts";
import type { Sql } from "./database.ts";

/**
 * The last messages to a member of staff, by username, or to a conversation, by `channel:id` or `conversation:` and our number of it, in all conversations that
 * were joined to theirs; newest first. Throws StoreUnavailableError.
 */
export function readDeliveries(sql: Sql, person: string, limit: number): Promise<Delivery[]> {
  return sql.query<Delivery>(
    `with named as (
       select id, person_id from conversation where speaker = $1 or channel || ':' || external_id = $1 or 'conversation:' || id = $1
     ), theirs as (
       select id from named
       union
       select c.id from conversation c join named n on n.person_id = c.person_id
     )
     select o.id::text, c.channel, c.external_id as "conversationId", o.status, o.reason, o.attempts,
            o.created_at as "createdAt", o.sent_at as "sentAt", o.reply
     from outbox o join conversation c on c.id = o.conversation_id
     where o.conversation_id in (select id from theirs) and $1 <> 'citizen'
     order by o.id desc limit $2`,
    [person, limit],
  );
}
