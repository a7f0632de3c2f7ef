import type { ClaimedConversation, OutboxStore } from "../conversation/delivery/outbox-store.ts";
import { claimConversations } from "./claim-conversations.ts";
import type { Database, Sql } from "./database.ts";
import { groupWork, type Keyed } from "./group-work.ts";
import { moveConversation } from "./move-conversation.ts";
import { markUndeliverable } from "./outbox-fall-over.ts";
import { lease } from "./outbox-lease.ts";
import { settleMessages, type Settled } from "./settle-messages.ts";

interface ClaimAsked extends Keyed {
  channels: readonly string[];
  now: Date;
}

/** What several lanes ask for while a statement is under way is asked for in one. */
const together = { groupsAtOnce: 4, eagerGroups: 1, itemsAtOnce: 32, patienceMs: 50 };

export function createOutboxStore(database: Database): OutboxStore {
  let asked = 0;
  const claim = groupWork<ClaimAsked, ClaimedConversation | undefined>({
    ...together,
    work: (claims) => claimFor(database, claims),
  });
  const settle = groupWork<Settled & Keyed, boolean>({
    ...together,
    work: (settled) => settleMessages(database, settled),
  });

  function settleAs(as: Settled["as"]): OutboxStore["markSent"] {
    return (claimed, outboxId, now) => {
      const isLast = claimed.messages.at(-1)?.outboxId === outboxId;
      const place = { key: JSON.stringify([claimed.channel, claimed.conversationId]), kind: "" };
      return settle({ ...place, outboxId, as, claim: claimed.claim, isLast, now });
    };
  }

  return {
    claim: (channels, now) => claim({ key: String(asked++), kind: JSON.stringify(channels), channels, now }),
    async renewLease({ channel, conversationId, claim: renewed }, now) {
      const held = await database.query(
        `update conversation set delivery_leased_until = $3::timestamptz + ${lease}
         where channel = $1 and external_id = $2 and delivery_claim = $4 returning id`,
        [channel, conversationId, now, renewed],
      );
      return held.length > 0;
    },
    markSent: settleAs("sent"),
    markExpired: settleAs("expired"),
    markUndeliverable: (outboxId, refusal, now) => markUndeliverable(database, outboxId, refusal, now),
    move: ({ channel, conversationId: from }, to) => moveConversation(database, channel, { from, to }),
    release: (claimed, retry) => release(database, claimed, retry),
  };
}

/** One conversation for each, as long as there are any. */
async function claimFor(
  sql: Sql,
  claims: readonly ClaimAsked[],
): Promise<(ClaimedConversation | undefined)[]> {
  const { channels } = claims[0]!;
  const now = new Date(Math.max(...claims.map((claim) => claim.now.getTime())));
  const claimed = await claimConversations(sql, { channels, now, limit: claims.length });
  const [empty, full] = [true, false].map((isEmpty) =>
    claimed.filter(({ messages }) => (messages.length === 0) === isEmpty),
  ) as [ClaimedConversation[], ClaimedConversation[]];
  for (const conversation of empty) await release(sql, conversation);
  if (empty.length > 0 && full.length === 0) return await claimFor(sql, claims);
  return claims.map((_, place) => full[place]);
}

/** Only the first unsettled message was tried; those behind it keep their count. */
async function release(
  sql: Sql,
  { channel, conversationId, claim, messages }: ClaimedConversation,
  retry?: { at: Date; reason: string },
): Promise<void> {
  await sql.query(
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
}
