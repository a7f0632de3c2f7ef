import type { Sql } from "./database.ts";

/** What was said unasked to these conversations (`$1`), of their matters, and in talks of theirs with an officer. */
const passedOn = `
  select n.id, n.outbox_id from notice n
  where n.recipient ->> 'conversationId' = any ($1::bigint[]::text[])
     or n.subject_kind = 'feedback' and n.subject_id in (select id from feedback where conversation_id = any ($1))
     or n.kind like 'relay-%' and n.facts ->> 'id' in
       (select id::text from relay where citizen_conversation_id = any ($1))`;

const nothing = `'{"blocks": []}'`;

/**
 * Erases the words of these conversations where they were passed on to others: in notices, in what was written to officers
 * of them, and in what officers answered in a talk. Comes before the conversations lose their matters.
 */
export async function erasePassedOn(sql: Sql, conversationIds: readonly string[], now: Date): Promise<void> {
  const values = [conversationIds];
  await sql.query(
    `update inbound_message m set content = '{"kind": "text", "text": ""}'
     from relay r join notice n on n.kind = 'relay-line-citizen' and n.facts ->> 'id' = r.id::text
     where r.citizen_conversation_id = any ($1)
       and n.key = 'relay-line:' || r.id || ':' || m.conversation_id || ':' || m.external_id`,
    values,
  );
  // Whoever took a talk was shown what had been said before it, in an answer that ends with the press that ends the talk.
  await sql.query(
    `update outbox o set reply = ${nothing}
     from relay r join conversation c on c.speaker = r.officer
     where r.citizen_conversation_id = any ($1) and o.conversation_id = c.id and o.created_at >= r.asked_at
       and o.reply @? format('$.blocks[*].buttons[*] ? (@.say == "/ketthuc %s")', r.id)::jsonpath`,
    values,
  );
  await sql.query(
    `with recursive told as (
       select o.id from outbox o where o.id in (select outbox_id from (${passedOn}) passed)
       union select o.id from outbox o join told on o.stands_in_for = told.id
     )
     update outbox o set reply = ${nothing}, status = case when status = 'pending' then 'expired' else status end
     from told where told.id = o.id`,
    values,
  );
  await sql.query(
    `update notice n set key = 'erased:' || n.id, facts = '{}',
            status = case when status = 'planned' then 'cancelled' else status end,
            settled_at = coalesce(settled_at, $2),
            reason = case when status = 'planned' then 'erased' else reason end
     from (${passedOn}) passed where passed.id = n.id`,
    [conversationIds, now],
  );
}
