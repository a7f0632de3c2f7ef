import { randomUUID } from "node:crypto";
import type { ReplyTemplate, ReplyTemplateStore } from "../domain/feedback/reply-template.ts";
import type { Sql } from "./database.ts";

const select = (
  from: string,
) => `select t.id::text, t.line, t.outcome, field.name as field, t.name, t.text, t.written_at as "writtenAt",
    coalesce(s.full_name, t.written_by) as "writtenBy", t.ended_at as "endedAt"
  from ${from} t
  left join field on field.id = t.field_id
  left join staff_member s on s.username = t.written_by`;

const endLine = `update reply_template set ended_at = $3, ended_by = $2
  where line = $1 and ended_at is null returning id`;

/** Texts to begin answers with, on PostgreSQL. */
export function createReplyTemplateStore(sql: Sql): ReplyTemplateStore {
  return {
    list: () =>
      sql.query<ReplyTemplate>(
        `${select("reply_template")} where t.ended_at is null order by t.outcome, t.name, t.id`,
        [],
      ),
    async keep({ line, outcome, field, name, text }, by, now) {
      if (line !== undefined && !(await sql.query(endLine, [line, by, now])).length) return undefined;
      const [kept] = await sql.query<ReplyTemplate>(
        `with t as (
           insert into reply_template (line, outcome, field_id, name, text, written_at, written_by)
           values ($1, $2, (select id from field where name = $3), $4, $5, $6, $7) returning *
         ) ${select("t")}`,
        [line ?? randomUUID(), outcome, field, name.trim(), text.trim(), now, by],
      );
      return kept;
    },
    end: async (line, by, now) => (await sql.query(endLine, [line, by, now])).length > 0,
    ended: (limit) =>
      sql.query<ReplyTemplate>(
        `${select("(select distinct on (line) * from reply_template order by line, id desc)")}
         where t.ended_at is not null order by t.ended_at desc, t.id desc limit $1`,
        [limit],
      ),
    history: (line) =>
      sql.query<ReplyTemplate>(`${select("reply_template")} where t.line = $1 order by t.id desc`, [line]),
  };
}
