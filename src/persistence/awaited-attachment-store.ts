import { createHash } from "node:crypto";
import type {
  AwaitedAttachment,
  AwaitedAttachmentStore,
} from "../conversation/attachments/attachment-store.ts";
import type { Sql } from "./database.ts";

/** A settled attachment has no due time, so that a worker that comes late changes nothing. */
export function createAwaitedAttachmentStore(sql: Sql): AwaitedAttachmentStore {
  return {
    claim: (now, leaseUntil, limit, scheme) =>
      sql.query<AwaitedAttachment>(
        `update attachment set attempts = attempts + 1, due_at = $2
         where id in (
           select id from attachment
           where due_at <= $1 and ($4::text is null or starts_with(ref, $4 || ':'))
           order by due_at limit $3 for update skip locked
         )
         returning id, ref, attempts`,
        [now, leaseUntil, limit, scheme ?? null],
      ),
    async fill(id, { content, mediaType, isHeld = false }, now) {
      const sha256 = createHash("sha256").update(content).digest("hex");
      await sql.query(
        `update attachment
         set content = $2, sha256 = $3, size_bytes = length($2::bytea), media_type = coalesce(media_type, $4),
             fetched_at = $5, due_at = null, held_at = case when $6 then $5::timestamptz end
         where id = $1 and due_at is not null`,
        [id, content, sha256, mediaType ?? null, now, isHeld],
      );
    },
    async putOff(id, dueAt) {
      await sql.query("update attachment set due_at = $2 where id = $1 and due_at is not null", [id, dueAt]);
    },
    async giveUp(id, reason) {
      await sql.query(
        "update attachment set failure = $2, due_at = null where id = $1 and due_at is not null",
        [id, reason],
      );
    },
  };
}
