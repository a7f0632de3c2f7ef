import type { InboundContent } from "../conversation/inbound-message.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Entry, Replied, Said, Transcript } from "../conversation/transcript.ts";
import type { Sql } from "./database.ts";

interface SaidColumns {
  said_id: string | null;
  content: InboundContent;
  said_at: Date;
}

interface RepliedRow extends SaidColumns {
  outbox_id: string;
  reply: Reply;
  replied_at: Date;
}

interface EntryRow extends SaidColumns {
  outbox_id: string | null;
  reply: Reply;
  replied_at: Date;
}

const repliesAtOnce = 100;

const repliedColumns = `o.id as outbox_id, o.reply, o.created_at as replied_at,
  m.external_id as said_id, m.content, m.received_at as said_at`;

/** The conversations of one channel, read from what was received and what is owed. */
export function createTranscriptStore(sql: Sql, channel: string): Transcript {
  return {
    async read(conversationId, limit) {
      // A message comes before its answers, and they in their order.
      const rows = await sql.query<EntryRow>(
        `with c as (select id from conversation where channel = $1 and external_id = $2),
         entry as (
           select null::bigint as outbox_id, null::jsonb as reply, null::timestamptz as replied_at,
                  m.external_id as said_id, m.content, m.received_at as said_at, m.id as turn, 0::bigint as place
           from inbound_message m where m.conversation_id = (select id from c)
           union all
           select ${repliedColumns}, coalesce(o.inbound_id, 9223372036854775807) as turn, o.id as place
           from outbox o left join inbound_message m on m.id = o.inbound_id
           where o.conversation_id = (select id from c)
         )
         select * from (
           select * from entry order by coalesce(replied_at, said_at) desc, turn desc, place desc limit $3
         ) last order by coalesce(replied_at, said_at), turn, place`,
        [channel, conversationId, limit],
      );
      return rows.map(readEntry);
    },
    async repliesAfter(conversationId, outboxId) {
      const rows = await sql.query<RepliedRow>(
        `select ${repliedColumns}
         from conversation c join outbox o on o.conversation_id = c.id
         left join inbound_message m on m.id = o.inbound_id
         where c.channel = $1 and c.external_id = $2 and o.id > $3::bigint
         order by o.id limit ${repliesAtOnce}`,
        [channel, conversationId, outboxId],
      );
      return rows.map(readReplied);
    },
  };
}

function readEntry(row: EntryRow): Entry {
  return row.outbox_id === null
    ? readSaid(row, row.said_id!)
    : readReplied({ ...row, outbox_id: row.outbox_id });
}

function readReplied(row: RepliedRow): Replied {
  const { outbox_id: outboxId, reply, replied_at: at, said_id: saidId } = row;
  return {
    kind: "replied",
    outboxId,
    reply,
    at,
    ...(saidId !== null && { inAnswerTo: readSaid(row, saidId) }),
  };
}

function readSaid({ content, said_at: at }: SaidColumns, messageId: string): Said {
  return { kind: "said", messageId, content, at };
}
