import type { ClaimedConversation, OutboxStore, Priority } from "../conversation/delivery/outbox-store.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Database, Sql } from "./database.ts";
import { moveConversation } from "./move-conversation.ts";
import { markUndeliverable } from "./outbox-fall-over.ts";
import { lease } from "./outbox-lease.ts";

interface ClaimedRow {
  id: string;
  reply: Reply;
  attempts: number;
  priority: Priority;
  expiresAt: Date | null;
}

type LeasedRow = { channel: string; external_id: string; claim: string } & (ClaimedRow | { id: null });

/** A message waits until its retry is due, unless it was tried later than now: then a clock that was ahead set its wait. */
const waits = (message: string) =>
  `(${message}.attempts > 0 and ${message}.due_at > $2 and ${message}.tried_at <= $2 + ${lease})`;

/** A lease that ends later than any could was given by a clock that was ahead. */
const isFree = `(c.delivery_leased_until is null or c.delivery_leased_until <= $2
                 or c.delivery_leased_until > $2 + 2 * ${lease})`;

export function createOutboxStore(database: Database): OutboxStore {
  return {
    async claim(channels, now) {
      // While the first unsettled message waits for a retry, nothing behind it moves. The lease is a column of the locked
      // row, so a worker that waited for the lock sees it whatever its snapshot says.
      const rows = await database.query<LeasedRow>(
        `with next as (
           select c.id
           from outbox wanted join conversation c on c.id = wanted.conversation_id
           where wanted.status in ('pending', 'sending') and not ${waits("wanted")}
             and c.channel = any ($1) and ${isFree}
             and not exists (
               select from outbox earlier
               where earlier.conversation_id = wanted.conversation_id and earlier.id < wanted.id
                 and earlier.status in ('pending', 'sending') and ${waits("earlier")}
             )
           order by wanted.priority, wanted.due_at
           limit 1
           for no key update of c skip locked
         ), leased as (
           update conversation c
           set delivery_leased_until = $2 + ${lease}, delivery_claim = c.delivery_claim + 1
           from next where c.id = next.id
           returning c.id, c.channel, c.external_id, c.delivery_claim as claim
         ), claimed as (
           update outbox o
           set status = 'sending', attempts = o.attempts + 1, tried_at = $2, due_at = least(o.due_at, $2)
           from leased
           where o.conversation_id = leased.id and o.status in ('pending', 'sending')
           returning o.id, o.reply, o.attempts, o.priority, o.expires_at
         )
         select c.id, c.reply, c.attempts, c.priority, c.expires_at as "expiresAt", leased.channel, leased.external_id,
                leased.claim
         from leased left join claimed c on true`,
        [channels, now],
      );
      const [first] = rows;
      if (!first) return undefined;
      const claimed = readClaim(first, rows);
      if (claimed.messages.length > 0) return claimed;
      // All that waited was taken back at this very moment.
      await this.release(claimed);
      return this.claim(channels, now);
    },
    async renewLease({ channel, conversationId, claim }, now) {
      const held = await database.query(
        `update conversation set delivery_leased_until = $3::timestamptz + ${lease}
         where channel = $1 and external_id = $2 and delivery_claim = $4 returning id`,
        [channel, conversationId, now, claim],
      );
      return held.length > 0;
    },
    markSent: (...settled) => settle(database, "sent", ...settled),
    markExpired: (...settled) => settle(database, "expired", ...settled),
    markUndeliverable: (outboxId, refusal, now) => markUndeliverable(database, outboxId, refusal, now),
    move: ({ channel, conversationId: from }, to) => moveConversation(database, channel, { from, to }),
    async release({ channel, conversationId, claim, messages }, retry) {
      // Only the first unsettled message was tried; those behind it keep their count.
      await database.query(
        `with freed as (
           update conversation set delivery_leased_until = null
           where channel = $1 and external_id = $2 and delivery_claim = $6 returning id
         ), unsettled as (
           select id, row_number() over (order by id) as place from outbox where id = any ($3) and status = 'sending'
         )
         update outbox o
         set status = 'pending', due_at = coalesce($4, o.due_at), reason = $5,
             attempts = case when u.place = 1 then o.attempts else o.attempts - 1 end
         from unsettled u, freed
         where o.id = u.id`,
        [
          channel,
          conversationId,
          messages.map((m) => m.outboxId),
          retry?.at ?? null,
          retry?.reason ?? null,
          claim,
        ],
      );
    },
  };
}

async function settle(
  sql: Sql,
  status: "sent" | "expired",
  { claim }: ClaimedConversation,
  outboxId: string,
  now: Date,
): Promise<boolean> {
  const held = await sql.query(
    `with settled as (
       update outbox set status = $2, reason = null, sent_at = case when $2 = 'sent' then $3::timestamptz end
       where id = $1 returning conversation_id
     )
     update conversation set delivery_leased_until = $3::timestamptz + ${lease}
     where id = (select conversation_id from settled) and delivery_claim = $4 returning id`,
    [outboxId, status, now, claim],
  );
  return held.length > 0;
}

function readClaim(
  { channel, external_id, claim }: LeasedRow,
  rows: readonly LeasedRow[],
): ClaimedConversation {
  const ordered = rows.filter((row) => row.id !== null).toSorted((a, b) => Number(a.id) - Number(b.id));
  return {
    channel,
    conversationId: external_id,
    claim,
    messages: ordered.map(({ id, reply, attempts, priority, expiresAt }) => ({
      outboxId: id,
      reply,
      attempts,
      priority,
      expiresAt,
    })),
  };
}
