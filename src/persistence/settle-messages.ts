import type { Prepared, Sql } from "./database.ts";
import { lease } from "./outbox-lease.ts";

export interface Settled {
  outboxId: string;
  as: "sent" | "expired";
  /** The claim of the conversation under which it was handled. */
  claim: string;
  /** Nothing of the claim is left: the lease ends. */
  isLast: boolean;
  now: Date;
}

/** Conversations are locked in the order in which turns lock them, so that neither waits for the other for ever. */
const settleStatement: Prepared = {
  name: "settle-messages",
  text: `with asked as (
       select a.*, o.conversation_id
       from unnest($1::bigint[], $2::text[], $3::bigint[], $4::boolean[], $5::timestamptz[]) as a (id, status, claim, is_last, now)
       join outbox o on o.id = a.id
     ), held as (
       select c.id, a.id as outbox_id, a.claim = c.delivery_claim as is_held, a.is_last, a.now
       from conversation c join asked a on a.conversation_id = c.id
       order by c.channel, c.external_id
       for no key update of c
     ), settled as (
       update outbox o set status = a.status, reason = null, sent_at = case when a.status = 'sent' then a.now end
       from asked a, held where o.id = a.id and held.outbox_id = a.id
     ), renewed as (
       update conversation c
       set delivery_leased_until = case when held.is_last then null else held.now + ${lease} end
       from held where c.id = held.id and held.is_held
     )
     select outbox_id::text as id from held where is_held`,
};

/** Settles messages of different conversations; tells for each whether the conversation was still its worker's. */
export async function settleMessages(sql: Sql, settled: readonly Settled[]): Promise<boolean[]> {
  const column = <Value>(of: (one: Settled) => Value) => settled.map(of);
  const held = await sql.query<{ id: string }>(settleStatement, [
    column(({ outboxId }) => outboxId),
    column(({ as }) => as),
    column(({ claim }) => claim),
    column(({ isLast }) => isLast),
    column(({ now }) => now),
  ]);
  const ids = new Set(held.map(({ id }) => id));
  return settled.map(({ outboxId }) => ids.has(outboxId));
}
