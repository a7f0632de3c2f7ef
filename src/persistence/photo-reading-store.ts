import type { PhotoReadingStore, PhotoToRead } from "../conversation/photo-codes.ts";
import type { Sql } from "./database.ts";

export function createPhotoReadingStore(sql: Sql): PhotoReadingStore {
  return {
    async ask(attachmentId, now) {
      await sql.query(
        "insert into photo_reading (attachment_id, asked_at) values ($1, $2) on conflict do nothing",
        [attachmentId, now],
      );
    },
    async waiting(limit) {
      const rows = await sql.query<Omit<PhotoToRead, "content"> & { content: Buffer | null }>(
        `select a.id::text as "attachmentId", c.channel, c.external_id as "conversationId", a.content
         from photo_reading r join attachment a on a.id = r.attachment_id join conversation c on c.id = a.conversation_id
         where r.read_at is null and a.due_at is null and a.held_at is null
         order by r.asked_at limit $1`,
        [limit],
      );
      return rows.map(({ content, ...photo }) => ({ ...photo, ...(content && { content }) }));
    },
    async settle(attachmentId, code, now) {
      await sql.query("update photo_reading set read_at = $2, code = $3 where attachment_id = $1", [
        attachmentId,
        now,
        code ?? null,
      ]);
    },
  };
}
