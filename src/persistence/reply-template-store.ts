import { randomUUID } from "node:crypto";
import type { ReplyTemplate, ReplyTemplateStore } from "../domain/feedback/reply-template.ts";
import type { Sql } from "./database.ts";

const select = `select t.id::text, t.line, t.outcome, field.name as field, t.name, t.text, t.written_at as "writtenAt",
    t.written_by as "writtenBy", t.ended_at as "endedAt"
  from reply_template t left join field on field.id = t.field_id`;

const endLine = `update reply_template set ended_at = $3, ended_by = $2
  where line = $1 and ended_at is null returning id`;

/** Texts to begin answers with, on PostgreSQL. */
export function createReplyTemplateStore(sql: Sql): ReplyTemplateStore {
  return {
    list: () =>
      sql.query<ReplyTemplate>(`${select} where t.ended_at is null order by t.outcome, t.name, t.id`, []),
    async keep({ line, outcome, field, name, text }, by, now) {
      if (line !== undefined && !(await sql.query(endLine, [line, by, now])).length) return false;
      await sql.query(
        `insert into reply_template (line, outcome, field_id, name, text, written_at, written_by)
         values ($1, $2, (select id from field where name = $3), $4, $5, $6, $7)`,
        [line ?? randomUUID(), outcome, field, name.trim(), text.trim(), now, by],
      );
      return true;
    },
    end: async (line, by, now) => (await sql.query(endLine, [line, by, now])).length > 0,
    history: (line) => sql.query<ReplyTemplate>(`${select} where t.line = $1 order by t.id desc`, [line]),
  };
}
