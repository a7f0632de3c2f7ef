import type { Entry } from "../conversation/transcript.ts";
import type { FeedbackCase } from "../domain/feedback/feedback.ts";
import type { Sql } from "./database.ts";
import { createTranscriptStore } from "./transcript-store.ts";

interface FileRow {
  id: string;
  name: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  state: "held" | "gone" | null;
}

/** The files that came along with a case, in the order in which they came. */
export function filesOfCase(sql: Sql, caseId: string): Promise<FileRow[]> {
  return sql.query<FileRow>(
    `select a.id::text, a.name, a.media_type as "mediaType", a.size_bytes::float8 as "sizeBytes",
            case when a.held_at is not null then 'held' when a.failure is not null then 'gone' end as state
     from feedback_attachment f join attachment a on a.id = f.attachment_id where f.feedback_id = $1 order by a.id`,
    [caseId],
  );
}

/** The code of the case with this id. */
export async function codeOfCase(sql: Sql, id: string): Promise<string | undefined> {
  const [row] = await sql.query<{ code: string }>("select code from feedback where id = $1", [id]);
  return row?.code;
}

const filingMs = 30 * 60_000;
const mostEntries = 400;

/**
 * What was said about a case with whoever sent it: the talk in which it was filed, and later what names it. Nothing else
 * of what they talked about with the assistant.
 */
export async function conversationOfCase(
  sql: Sql,
  { conversationId, code, receivedAt }: Pick<FeedbackCase, "conversationId" | "code" | "receivedAt">,
): Promise<Entry[]> {
  if (conversationId === null) return [];
  const [row] = await sql.query<{ channel: string; externalId: string }>(
    `select channel, external_id as "externalId" from conversation where id = $1`,
    [conversationId],
  );
  if (!row) return [];
  const entries = await createTranscriptStore(sql, row.channel).read(row.externalId, mostEntries);
  const named = entries.filter(
    (entry) => entry.kind === "replied" && JSON.stringify(entry.reply).includes(code),
  );
  const answered = new Set(
    named.flatMap((entry) => (entry.kind === "replied" ? (entry.inAnswerTo?.messageId ?? []) : [])),
  );
  const isOfFiling = ({ at }: Entry) =>
    at.getTime() >= receivedAt.getTime() - filingMs && at.getTime() <= receivedAt.getTime();
  return entries.filter(
    (entry) =>
      named.includes(entry) || isOfFiling(entry) || (entry.kind === "said" && answered.has(entry.messageId)),
  );
}
