import type { Attachment } from "../conversation/inbound-message.ts";
import type { Sql } from "./database.ts";

/** Row ids of a message and its conversation. */
interface MessagePlace {
  conversationId: string;
  inboundId: string;
}

/**
 * Notes what a message carried, in the message's own transaction. Bytes that we have get their message; others are to
 * be fetched. Returns the attachments' ids in the order given. Throws when a `stored:` ref is not an upload of the same
 * conversation that still waits for its message.
 */
export async function rememberAttachments(
  sql: Sql,
  message: MessagePlace,
  attachments: Attachment[],
  now: Date,
): Promise<string[]> {
  const ids: string[] = [];
  for (const attachment of attachments)
    ids.push(
      attachment.ref.startsWith("stored:")
        ? await bind(sql, message, attachment.ref)
        : await expectAttachment(sql, message, attachment, now),
    );
  return ids;
}

async function bind(sql: Sql, message: MessagePlace, ref: string): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `update attachment set inbound_id = $2
     where ref = $3 and conversation_id = $1 and inbound_id is null returning id`,
    [message.conversationId, message.inboundId, ref],
  );
  if (!row) throw new Error(`${ref} is no upload of this conversation`);
  return row.id;
}

async function expectAttachment(
  sql: Sql,
  { conversationId, inboundId }: MessagePlace,
  { kind, ref, name, mediaType, sizeBytes }: Attachment,
  now: Date,
): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into attachment
       (conversation_id, inbound_id, kind, ref, name, media_type, size_bytes, created_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning id`,
    [conversationId, inboundId, kind, ref, name ?? null, mediaType ?? null, sizeBytes ?? null, now],
  );
  return row!.id;
}
