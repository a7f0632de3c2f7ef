import type { Database } from "./database.ts";

/**
 * A chat goes on under another id of its channel: so does its conversation, with all that is owed there. Where somebody
 * already wrote under the new id, what is owed goes over to that conversation. A worker that is about to deliver under the
 * old id is let go: it is refused there. Doing it again changes nothing.
 */
export async function moveConversation(
  database: Database,
  channel: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await database.transaction(async (sql) => {
    const found = await sql.query<{ id: string; external_id: string }>(
      `select id, external_id from conversation where channel = $1 and external_id in ($2, $3)
       order by id for no key update`,
      [channel, from, to],
    );
    const [old, fresh] = [from, to].map((id) => found.find((one) => one.external_id === id)?.id);
    if (old === undefined) return;
    await sql.query(
      `update conversation
       set external_id = $2, delivery_leased_until = null, delivery_claim = delivery_claim + 1, unreachable_since = null, unreachable_reason = null
       where id = $1`,
      [old, fresh === undefined ? to : from],
    );
    await sql.query(
      `update outbox set conversation_id = $2, status = 'pending'
       where conversation_id = $1 and status in ('pending', 'sending')`,
      [old, fresh ?? old],
    );
  });
}
