import { createHash } from "node:crypto";
import type { AttachmentStore, StoredAttachment } from "../conversation/attachments/attachment-store.ts";
import type { Attachment } from "../conversation/inbound-message.ts";
import type { Sql } from "./database.ts";

interface AttachmentRow {
  id: string;
  kind: Attachment["kind"];
  name: string | null;
  media_type: string | null;
  content: Buffer | null;
  failure: string | null;
  is_held: boolean;
}

/** Attachments on PostgreSQL, bytes and all: they are backed up with the messages that carried them. */
export function createAttachmentStore(sql: Sql): AttachmentStore {
  return {
    async keep({ conversation, kind, name, mediaType, content, isHeld = false }, now) {
      const { channel, conversationId, language = "vi" } = conversation;
      const rows = await sql.query<{ id: string }>(
        `with c as (
           insert into conversation (channel, external_id, language, created_at, updated_at)
           values ($1, $2, $3, $9, $9)
           on conflict (channel, external_id) do update set channel = excluded.channel
           returning id
         ), next as (select nextval(pg_get_serial_sequence('attachment', 'id')) as id)
         insert into attachment
           (id, conversation_id, kind, ref, name, media_type, size_bytes, sha256, content, created_at, fetched_at, held_at)
         overriding system value
         select next.id, c.id, $4, 'stored:' || next.id, $5, $6, length($8::bytea), $7, $8, $9, $9,
                case when $10 then $9::timestamptz end
         from c, next
         returning id`,
        [
          channel,
          conversationId,
          language,
          kind,
          name ?? null,
          mediaType,
          createHash("sha256").update(content).digest("hex"),
          content,
          now,
          isHeld,
        ],
      );
      return rows[0]!.id;
    },
    async order({ kind, ref, name, mediaType }, now) {
      const rows = await sql.query<{ id: string }>(
        `insert into attachment (kind, ref, name, media_type, created_at, due_at)
         values ($1, $2, $3, $4, $5, $5) returning id`,
        [kind, ref, name, mediaType, now],
      );
      return rows[0]!.id;
    },
    async read(id) {
      const [row] = await sql.query<AttachmentRow>(
        `select id, kind, name, media_type, case when held_at is null then content end as content, failure,
                held_at is not null as is_held
         from attachment where id = $1`,
        [id],
      );
      return row && readAttachment(row);
    },
    async isFor(id, { channel, conversationId }) {
      const [row] = await sql.query<{ is: boolean }>(
        `with c as (select id from conversation where channel = $2 and external_id = $3)
         select exists (select from attachment a join c on c.id = a.conversation_id where a.id = $1::bigint)
             or exists (
               select from outbox o join c on c.id = o.conversation_id
               where o.reply @> jsonb_build_object('blocks', jsonb_build_array(jsonb_build_object('attachmentId', $1::text)))
             ) as is`,
        [id, channel, conversationId],
      );
      return row!.is;
    },
    async uploadedSince({ channel, conversationId }, since) {
      const [row] = await sql.query<{ count: number; sizeBytes: number }>(
        `select count(*)::int as count, coalesce(sum(a.size_bytes), 0)::float8 as "sizeBytes"
         from attachment a join conversation c on c.id = a.conversation_id
         where c.channel = $1 and c.external_id = $2 and a.created_at > $3`,
        [channel, conversationId, since],
      );
      return row!;
    },
    async forgetStray(before) {
      // What came from elsewhere than a conversation waits for no message.
      await sql.query(
        "delete from attachment where inbound_id is null and conversation_id is not null and created_at < $1",
        [before],
      );
    },
    async forgetOrdered(before) {
      await sql.query(
        "delete from attachment where inbound_id is null and conversation_id is null and ref ~ '^(report|mydata):' and created_at < $1",
        [before],
      );
    },
  };
}

function readAttachment(row: AttachmentRow): StoredAttachment {
  const { id, kind, name, media_type: mediaType, content, failure, is_held: isHeld } = row;
  return {
    id,
    kind,
    ...(name !== null && { name }),
    ...(mediaType !== null && { mediaType }),
    ...(content !== null && { content }),
    ...(failure !== null && { failure }),
    ...(isHeld && { isHeld }),
  };
}
