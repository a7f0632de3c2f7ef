import type { KeptOfPerson, KeptOfPersonStore } from "../domain/people/kept-of-person.ts";
import { createAttachmentStore } from "./attachment-store.ts";
import type { Sql } from "./database.ts";
import { ownConversations } from "./own-conversations.ts";

/** Before the conversation's id in the ref of a copy that is yet to be written. */
export const copyScheme = "mydata";

const isOpen = "withdrawn_at is null and erased_at is null";

/** When and why what is hidden in their matters was read in full. */
const disclosures = `
  select a.happened_at as at,
         jsonb_build_object('code', a.subject, 'at', a.happened_at, 'reason', a.detail ->> 'reason') as told
  from audit_act a where a.deed = 'original-disclosed' and a.subject_kind = 'case'
    and a.subject in (select f.code from feedback f join own on own.id = f.conversation_id)`;

/** What they agreed to. */
const consents = `
  select c.given_at as at, t.words,
         jsonb_build_object('code', f.code, 'at', c.given_at, 'version', t.version, 'withdrawnAt', c.withdrawn_at) as told
  from consent c join own on own.id = c.conversation_id join feedback f on f.id = c.feedback_id
  join consent_text t on t.digest = c.digest`;

/** What is kept of somebody, on PostgreSQL. */
export function createKeptOfPersonStore(sql: Sql): KeptOfPersonStore {
  return {
    async summary(conversationId) {
      const [row] = await sql.query<KeptOfPerson>(
        `with own as (select * from conversation where id in ${ownConversations})
         select (select array_agg(distinct channel) from own) as channels,
                (select min(m.received_at) from inbound_message m join own on own.id = m.conversation_id) as since,
                (select count(*)::int from inbound_message m join own on own.id = m.conversation_id) as messages,
                (select count(*)::int from attachment a join own on own.id = a.conversation_id) as files,
                array(select code from feedback f join own on own.id = f.conversation_id order by f.id) as cases,
                array(select distinct d.code from dossier_follow f join own on own.id = f.conversation_id
                      join dossier d on d.id = f.dossier_id order by d.code) as follows,
                (select coalesce(jsonb_agg(d.told order by d.at desc), '[]') from (${disclosures}) d) as disclosures,
                (select coalesce(jsonb_agg(d.told order by d.at desc), '[]') from (${consents}) d) as consents`,
        [conversationId],
      );
      return row!;
    },
    orderCopy: (conversationId, name, now) =>
      createAttachmentStore(sql).order(
        { kind: "file", ref: `${copyScheme}:${conversationId}`, name, mediaType: "application/json" },
        now,
      ),
    async pendingErasure(conversationId) {
      const [row] = await sql.query<{ erasesAt: Date }>(
        `select erases_at as "erasesAt" from erasure_request
         where ${isOpen} and conversation_id in ${ownConversations} order by id limit 1`,
        [conversationId],
      );
      return row?.erasesAt;
    },
    async askErasure(conversationId, erasesAt, now) {
      await sql.query(
        `insert into erasure_request (conversation_id, asked_at, erases_at) values ($1, $2, $3)
         on conflict (conversation_id) where ${isOpen} do nothing`,
        [conversationId, now, erasesAt],
      );
      await sql.query(
        `update consent set withdrawn_at = $2 where withdrawn_at is null and conversation_id in ${ownConversations}`,
        [conversationId, now],
      );
    },
    async withdrawErasure(conversationId, now) {
      await sql.query(
        `update erasure_request set withdrawn_at = $2 where ${isOpen} and conversation_id in ${ownConversations}`,
        [conversationId, now],
      );
      await sql.query(`update consent set withdrawn_at = null where conversation_id in ${ownConversations}`, [
        conversationId,
      ]);
    },
  };
}

interface CopiedCase {
  senderName: string | null;
  senderPhone: string | null;
}

/** Everything kept of one person, for them to read. */
export async function readAllKept(sql: Sql, conversationId: string): Promise<object> {
  const [row] = await sql.query<{ copy: { cases: CopiedCase[] } }>(
    `with own as (select * from conversation where id in ${ownConversations})
     select jsonb_build_object(
       'conversations', (select jsonb_agg(jsonb_build_object('channel', channel, 'id', external_id, 'language', language,
                                                             'since', created_at)) from own),
       'messages', (select coalesce(jsonb_agg(jsonb_build_object('at', m.received_at, 'channel', own.channel,
                                                                  'content', m.content) order by m.id), '[]')
                    from inbound_message m join own on own.id = m.conversation_id),
       'replies', (select coalesce(jsonb_agg(jsonb_build_object('at', o.created_at, 'channel', own.channel,
                                                                 'reply', o.reply) order by o.id), '[]')
                   from outbox o join own on own.id = o.conversation_id),
       'files', (select coalesce(jsonb_agg(jsonb_build_object('at', a.created_at, 'kind', a.kind, 'name', a.name,
                                                               'sizeBytes', a.size_bytes) order by a.id), '[]')
                 from attachment a join own on own.id = a.conversation_id),
       'cases', (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'receivedAt', f.received_at, 'status', f.status,
                                                               'content', f.content, 'senderName', f.sender_name,
                                                               'senderPhone', f.sender_phone, 'place', f.place,
                                                               'latitude', f.latitude, 'longitude', f.longitude,
                                                               'answer', f.answer) order by f.id), '[]')
                 from feedback f join own on own.id = f.conversation_id),
       'follows', (select coalesce(jsonb_agg(jsonb_build_object('dossier', d.code, 'since', f.followed_at) order by d.code), '[]')
                   from dossier_follow f join own on own.id = f.conversation_id join dossier d on d.id = f.dossier_id),
       'consents', (select coalesce(jsonb_agg(d.told || jsonb_build_object('words', d.words) order by d.at desc), '[]')
                    from (${consents}) d),
       'disclosures', (select coalesce(jsonb_agg(d.told order by d.at desc), '[]') from (${disclosures}) d)
     ) as copy`,
    [conversationId],
  );
  const { copy } = row!;
  return {
    ...copy,
    cases: copy.cases.map(({ senderName, senderPhone, ...matter }) => ({
      ...matter,
      senderName: senderName && sql.keyring.open(senderName, "feedback.sender_name"),
      senderPhone: senderPhone && sql.keyring.open(senderPhone, "feedback.sender_phone"),
    })),
  };
}
