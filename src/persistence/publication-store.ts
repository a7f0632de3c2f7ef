import type { Publication, PublicationStore } from "../domain/feedback/publication.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Sql } from "./database.ts";
import { foldedSql, foldWord } from "./fold-words.ts";

const columns = `f.code, field.name as field, u.name as "unitName", p.question, p.answer, f.received_at as "receivedAt",
  f.answered_at as "answeredAt", p.published_at as "publishedAt", p.published_by as "publishedBy",
  p.withdrawn_at as "withdrawnAt", f.is_demonstration as "isDemonstration",
  (select count(*)::int from feedback_echo e where e.feedback_id = p.feedback_id) as echoes`;

const from = `from feedback_publication p join feedback f on f.id = p.feedback_id
  left join field on field.id = f.field_id left join unit u on u.id = f.unit_id`;

/** Publications on PostgreSQL. */
export function createPublicationStore(sql: Sql): PublicationStore {
  return {
    published: (words, { after, limit }) =>
      sql.query<Publication>(
        `select ${columns} ${from}
         where p.withdrawn_at is null
           and not exists (
             select from unnest($1::text[]) word
             where position(word in ${foldedSql("concat_ws(' ', f.code, field.name, p.question, p.answer)")}) = 0)
           and ($2::timestamptz is null or (p.published_at, f.code) < ($2, $3))
         order by p.published_at desc, f.code desc limit $4`,
        [words.map(foldWord), after?.publishedAt ?? null, after?.code ?? null, limit],
      ),
    async find(code) {
      const [found] = await sql.query<Publication>(`select ${columns} ${from} where f.code = $1`, [code]);
      return found;
    },
    async publish({ id, code }, { question, answer }, act) {
      await sql.query(
        `insert into feedback_publication as p (feedback_id, question, answer, published_at, published_by)
         values ($1, $2, $3, $4, $5)
         on conflict (feedback_id) do update
         set question = $2, answer = $3, published_at = case when p.withdrawn_at is null then p.published_at else $4 end,
             published_by = $5, withdrawn_at = null, withdrawn_by = null`,
        [id, question, answer, act.at, act.by.name],
      );
      await createAuditTrail(sql).record({
        ...act,
        deed: "feedback-published",
        on: { kind: "case", id: code },
      });
    },
    async withdraw({ id, code }, act) {
      const rows = await sql.query(
        `update feedback_publication set withdrawn_at = $2, withdrawn_by = $3
         where feedback_id = $1 and withdrawn_at is null returning 1`,
        [id, act.at, act.by.name],
      );
      if (rows.length === 0) return false;
      await createAuditTrail(sql).record({
        ...act,
        deed: "feedback-taken-back",
        on: { kind: "case", id: code },
      });
      return true;
    },
    async echoesOf(network, since) {
      const [row] = await sql.query<{ count: number }>(
        "select count(*)::int as count from feedback_echo where network = $1 and happened_at >= $2",
        [network, since],
      );
      return row!.count;
    },
    async addEcho(code, { visitor, network, now }) {
      const rows = await sql.query(
        `insert into feedback_echo (feedback_id, visitor, network, happened_at)
         select id, $2, $3, $4 from feedback where code = $1 on conflict do nothing returning 1`,
        [code, visitor, network, now],
      );
      return rows.length > 0;
    },
  };
}
