import type { ClaimedConversation, Priority } from "../conversation/delivery/outbox-store.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Prepared, Sql } from "./database.ts";
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

/**
 * While the first unsettled message waits for a retry, nothing behind it moves. The lease is a column of the locked row, so
 * a worker that waited for the lock sees it whatever its snapshot says. A conversation that waits for several things is
 * found several times, and leased once.
 */
const claimStatement: Prepared = {
  name: "claim-conversations",
  text: `with next as (
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
           limit $3
           for no key update of c skip locked
         ), leased as (
           update conversation c
           set delivery_leased_until = $2 + ${lease}, delivery_claim = c.delivery_claim + 1
           from (select distinct id from next) as next where c.id = next.id
           returning c.id, c.channel, c.external_id, c.delivery_claim as claim
         ), claimed as (
           update outbox o
           set status = 'sending', attempts = o.attempts + 1, tried_at = $2, due_at = least(o.due_at, $2)
           from leased
           where o.conversation_id = leased.id and o.status in ('pending', 'sending')
           returning o.conversation_id, o.id, o.reply, o.attempts, o.priority, o.expires_at
         )
         select c.id, c.reply, c.attempts, c.priority, c.expires_at as "expiresAt", leased.channel, leased.external_id,
                leased.claim
         from leased left join claimed c on c.conversation_id = leased.id`,
};

/**
 * Leases what waits for so many conversations at most, the most urgent first. One without messages had all that waited
 * taken back at this very moment.
 */
export async function claimConversations(
  sql: Sql,
  { channels, now, limit }: { channels: readonly string[]; now: Date; limit: number },
): Promise<ClaimedConversation[]> {
  const rows = await sql.query<LeasedRow>(claimStatement, [channels, now, limit]);
  const byConversation = new Map<string, LeasedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.channel, row.external_id]);
    byConversation.set(key, [...(byConversation.get(key) ?? []), row]);
  }
  return [...byConversation.values()].map(readClaim).toSorted((a, b) => urgency(a) - urgency(b));
}

function urgency({ messages }: ClaimedConversation): number {
  return Math.min(...messages.map(({ priority }) => priority));
}

function readClaim(rows: readonly LeasedRow[]): ClaimedConversation {
  const { channel, external_id: conversationId, claim } = rows[0]!;
  const ordered = rows.filter((row) => row.id !== null).toSorted((a, b) => Number(a.id) - Number(b.id));
  return {
    channel,
    conversationId,
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
