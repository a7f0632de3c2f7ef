import type { HeldAttachmentStore } from "../conversation/attachments/attachment-store.ts";
import type { Sql } from "./database.ts";

export function createHeldAttachmentStore(sql: Sql): HeldAttachmentStore {
  return {
    held: (limit) =>
      sql.query(
        "select id, content from attachment where held_at is not null and content is not null order by held_at, id limit $1",
        [limit],
      ),
    async release(id) {
      await sql.query("update attachment set held_at = null where id = $1", [id]);
    },
    async condemn(id, reason) {
      await sql.query(
        `update attachment set held_at = null, content = null, sha256 = null, fetched_at = null, failure = $2
         where id = $1`,
        [id, reason],
      );
    },
  };
}
