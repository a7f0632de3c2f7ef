import type { ClaimedConversation, OutboxStore } from "../conversation/delivery/outbox-store.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Database } from "./database.ts";

interface ClaimedRow {
  id: string;
  reply: Reply;
  attempts: number;
  channel: string;
  external_id: string;
}

const lease = "interval '60 seconds'";

export function createOutboxStore(database: Database): OutboxStore {
  async function settle(
    outboxId: string,
    status: "sent" | "undeliverable",
    reason: string | null,
    now: Date,
  ) {
    await database.query(
      `with settled as (
         update outbox set status = $2, reason = $3, sent_at = case when $2 = 'sent' then $4::timestamptz end
         where id = $1 returning conversation_id
       )
       update conversation set delivery_leased_until = $4::timestamptz + ${lease}
       where id = (select conversation_id from settled)`,
      [outboxId, status, reason, now],
    );
  }

  return {
    async claim(channels, now) {
      // The first unsettled message decides: while it waits for a retry, nothing behind it moves. The lease is a column
      // of the locked row, so a worker that waited for the lock sees it whatever its snapshot says.
      const rows = await database.query<ClaimedRow>(
        `with next as (
           select c.id
           from outbox head join conversation c on c.id = head.conversation_id
           where head.status in ('pending', 'sending') and head.due_at <= $2
             and c.channel = any ($1) and (c.delivery_leased_until is null or c.delivery_leased_until <= $2)
             and not exists (
               select from outbox earlier
               where earlier.conversation_id = head.conversation_id and earlier.id < head.id
                 and earlier.status in ('pending', 'sending')
             )
           order by head.due_at
           limit 1
           for no key update of c skip locked
         ), leased as (
           update conversation c set delivery_leased_until = $2 + ${lease}
           from next where c.id = next.id
           returning c.id, c.channel, c.external_id
         )
         update outbox o
         set status = 'sending', attempts = o.attempts + 1
         from leased
         where o.conversation_id = leased.id and o.status in ('pending', 'sending')
         returning o.id, o.reply, o.attempts, leased.channel, leased.external_id`,
        [channels, now],
      );
      return rows[0] && readClaim(rows);
    },
    markSent: (outboxId, now) => settle(outboxId, "sent", null, now),
    markUndeliverable: (outboxId, reason, now) => settle(outboxId, "undeliverable", reason, now),
    async release({ channel, conversationId, messages }, retry) {
      // Only the first unsettled message was tried; those behind it keep their count.
      await database.query(
        `with freed as (
           update conversation set delivery_leased_until = null where channel = $1 and external_id = $2 returning id
         ), unsettled as (
           select id, row_number() over (order by id) as place from outbox where id = any ($3) and status = 'sending'
         )
         update outbox o
         set status = 'pending', due_at = coalesce($4, o.due_at), reason = $5,
             attempts = case when u.place = 1 then o.attempts else o.attempts - 1 end
         from unsettled u, freed
         where o.id = u.id`,
        [channel, conversationId, messages.map((m) => m.outboxId), retry?.at ?? null, retry?.reason ?? null],
      );
    },
  };
}

function readClaim(rows: ClaimedRow[]): ClaimedConversation {
  const ordered = rows.toSorted((a, b) => Number(a.id) - Number(b.id));
  return {
    channel: rows[0]!.channel,
    conversationId: rows[0]!.external_id,
    messages: ordered.map(({ id, reply, attempts }) => ({ outboxId: String(id), reply, attempts })),
  };
}
