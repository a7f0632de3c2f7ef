import { maskPersonal } from "../conversation/answers/mask-personal.ts";
import type { Erased } from "../domain/people/kept-of-person.ts";
import { mayErase } from "./approval-store.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Sql } from "./database.ts";
import { erasePassedOn } from "./erase-passed-on.ts";
import { openStatuses } from "./feedback-rows.ts";
import { copyScheme } from "./kept-of-person-store.ts";
import { ownConversations } from "./own-conversations.ts";

/**
 * Erases what is kept of one person whose request has come due, in the caller's transaction; false when there is none. Rows
 * that are counted stay, without what was in them and without whose they were. A matter that is still being handled
 * keeps the request open until it ends: its sender must be told the answer.
 */
export async function eraseNextPerson(sql: Sql, now: Date): Promise<boolean> {
  const [request] = await sql.query<{ id: string; conversationId: string }>(
    `select r.id, r.conversation_id as "conversationId" from erasure_request r
     where r.withdrawn_at is null and r.erased_at is null and r.erases_at <= $1 and ${mayErase} and not exists (
       select from conversation c
       left join conversation mine on mine.id = c.id or mine.person_id = c.person_id
       join feedback f on f.conversation_id = mine.id
       where c.id = r.conversation_id and f.status in ${openStatuses}
     )
     order by r.id limit 1 for update skip locked`,
    [now],
  );
  if (!request) return false;
  const own = await sql.query<{ id: string; person: string }>(
    `select id, coalesce('person:' || person_id, channel || ':' || external_id) as person
     from conversation where id in ${ownConversations} for update`,
    [request.conversationId],
  );
  const erased = await erase(
    sql,
    own.map(({ id }) => id),
    [...new Set(own.map(({ person }) => person))],
    now,
  );
  await sql.query("update erasure_request set erased_at = $2, erased = $3 where id = $1", [
    request.id,
    now,
    JSON.stringify(erased),
  ]);
  await createAuditTrail(sql).record({
    by: { kind: "system", name: "erase-people" },
    deed: "person-erased",
    on: { kind: "erasure-request", id: request.id },
    channel: "job",
    at: now,
    detail: { ...erased },
  });
  return true;
}

async function erase(sql: Sql, conversationIds: string[], people: string[], now: Date): Promise<Erased> {
  const count = async (text: string, values: unknown[]) =>
    (await sql.query(`${text} returning 1`, values)).length;
  await erasePassedOn(sql, conversationIds, now);
  const cases = await forgetSenders(sql, conversationIds, people);
  const files = await count(
    `delete from attachment a where a.conversation_id = any ($1)
       and not exists (select from feedback_attachment f where f.attachment_id = a.id)`,
    [conversationIds],
  );
  await sql.query(
    "update attachment set conversation_id = null, name = null where conversation_id = any ($1)",
    [conversationIds],
  );
  const messages = await count(
    `update inbound_message set content = '{"kind": "text", "text": ""}', external_id = 'erased:' || id
     where conversation_id = any ($1)`,
    [conversationIds],
  );
  const replies = await count(`update outbox set reply = '{"blocks": []}' where conversation_id = any ($1)`, [
    conversationIds,
  ]);
  await sql.query(`delete from attachment where ref in (select '${copyScheme}:' || unnest($1::bigint[]))`, [
    conversationIds,
  ]);
  await sql.query("delete from unsent_feedback where conversation_id = any ($1)", [conversationIds]);
  await sql.query("delete from dossier_follow where conversation_id = any ($1)", [conversationIds]);
  await sql.query("update consent set conversation_id = null where conversation_id = any ($1)", [
    conversationIds,
  ]);
  await sql.query("delete from follow_opt_out where conversation_id = any ($1)", [conversationIds]);
  await sql.query("delete from joining_code where conversation_id = any ($1)", [conversationIds]);
  await sql.query("delete from proof_attempt where person = any ($1)", [people]);
  await sql.query("update guidance set person = 'erased' where conversation_id = any ($1)", [
    conversationIds,
  ]);
  await sql.query(
    `delete from zalo_reach where user_id in
       (select external_id from conversation where id = any ($1) and channel = 'zalo')`,
    [conversationIds],
  );
  const conversations = await count(
    `update conversation set external_id = 'erased:' || id, state = '{}', person_id = null where id = any ($1)`,
    [conversationIds],
  );
  return { conversations, messages, replies, files, cases };
}

/** The matters stay for the archive and the figures (numbers of persons in them hidden); nobody is named as their sender. */
async function forgetSenders(sql: Sql, conversationIds: string[], people: string[]): Promise<number> {
  await sql.query(
    "update feedback_event set actor = 'erased' where actor_kind = 'citizen' and actor = any ($1)",
    [people],
  );
  const matters = await sql.query<{ id: string; content: string }>(
    `update feedback set person = null, conversation_id = null, sender_name = null, sender_phone = null
     where conversation_id = any ($1) returning id, content`,
    [conversationIds],
  );
  for (const { id, content } of matters)
    await sql.query("update feedback set content = $2 where id = $1", [id, maskPersonal(content)]);
  return matters.length;
}
