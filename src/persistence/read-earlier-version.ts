import type { EarlierVersion } from "../conversation/turn-store.ts";
import type { Sql } from "./database.ts";

/** The words of a message before the edit being taken in, and whether anything was said after them. */
export async function readEarlierVersion(
  sql: Sql,
  edit: { conversationId: string; inboundId: string },
  messageId: string,
): Promise<EarlierVersion | undefined> {
  const rows = await sql.query<EarlierVersion>(
    `with said as (
       select id, content, coalesce(external_id = $3 or content ->> 'of' = $3, false) as "isVersion"
       from inbound_message where conversation_id = $1 and id <> $2
     )
     select coalesce(content ->> 'text', '') as text,
            not exists (select from said later where later.id > said.id) as "isLast"
     from said where "isVersion" order by id desc limit 1`,
    [edit.conversationId, edit.inboundId, messageId],
  );
  return rows[0];
}
