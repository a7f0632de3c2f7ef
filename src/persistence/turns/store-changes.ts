import type { TurnChanges } from "../../conversation/turn-store.ts";
import type { Prepared, Sql } from "../database.ts";

export interface TurnEnd {
  conversationId: string;
  inboundId: string;
  changes: TurnChanges;
  now: Date;
  /** What those who wait for this conversation's replies listen for; undefined where nobody does. */
  signal: string | undefined;
}

/** Telling listeners makes commits wait for one another, so only those are told of whom somebody may hear. */
const storeStatement: Prepared = {
  name: "store-turns",
  text: `with ended as (
       select * from unnest($1::bigint[], $2::bigint[], $3::jsonb[], $4::text[], $5::timestamptz[], $6::text[], $7::jsonb[])
         with ordinality as e (conversation_id, inbound_id, state, language, now, failure, replies, place)
     ), kept as (
       update conversation c set state = e.state, language = e.language, updated_at = e.now
       from ended e where c.id = e.conversation_id
     ), failed as (
       update inbound_message m set failure = e.failure from ended e where m.id = e.inbound_id and e.failure is not null
     ), owed as (
       insert into outbox (conversation_id, inbound_id, reply, created_at, due_at, priority, is_important)
       select conversation_id, inbound_id, reply, now, now, 0, false
       from ended, jsonb_array_elements(replies) with ordinality as r (reply, reply_place)
       order by place, reply_place
     )
     select pg_notify('outbox', signal) from unnest($8::text[]) signal`,
};

/** The new states and the replies of several turns in one statement, which also tells those who listen. */
export async function storeChanges(sql: Sql, ends: readonly TurnEnd[]): Promise<void> {
  const column = <Value>(of: (end: TurnEnd) => Value) => ends.map(of);
  await sql.query(storeStatement, [
    column(({ conversationId }) => conversationId),
    column(({ inboundId }) => inboundId),
    column(({ changes }) => JSON.stringify(changes.state)),
    column(({ changes }) => changes.language),
    column(({ now }) => now),
    column(({ changes }) => changes.failure ?? null),
    column(({ changes }) => JSON.stringify(changes.replies)),
    ends.flatMap(({ signal }) => signal ?? []),
  ]);
}
