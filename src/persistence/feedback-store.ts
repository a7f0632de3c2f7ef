import { createHash } from "node:crypto";
import type { CaseFile, FeedbackStore, NewCase } from "../domain/feedback/feedback-store.ts";
import type { CaseEvent, FeedbackCase } from "../domain/feedback/feedback.ts";
import type { Keyring } from "./keyring.ts";
import type { Sql } from "./database.ts";
import {
  caseColumns,
  eventColumns,
  fromCase,
  fromEvent,
  openStatuses,
  readCase,
  readCaseEvent,
  type CaseEventRow,
  type CaseRow,
} from "./feedback-rows.ts";

/** Cases on PostgreSQL, in whatever transaction `sql` is. */
export function createFeedbackStore(sql: Sql): FeedbackStore {
  const selectCases = async (where: string, values: readonly unknown[]): Promise<FeedbackCase[]> =>
    (await sql.query<CaseRow>(`select ${caseColumns} ${fromCase} ${where}`, values)).map((row) =>
      readCase(row, sql.keyring),
    );

  async function readFile(code: string, lock: string): Promise<CaseFile | undefined> {
    const [matter] = await selectCases(`where f.code = $1 ${lock}`, [code]);
    return matter && { matter, events: await readEvents(sql, matter.id) };
  }

  return {
    async claimSource(source, sourceCode) {
      await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${source}:${sourceCode}`]);
      const [known] = await selectCases("where f.source = $1 and f.source_code = $2", [source, sourceCode]);
      return known;
    },
    async sameText(essence, person, since) {
      const digest = digestOf(essence);
      // One after another, so that those who send it at once are counted.
      await sql.query("select pg_advisory_xact_lock(hashtextextended('same text:' || $1, 0))", [digest]);
      const [counted] = await sql.query<{ senders: number }>(
        `select count(distinct coalesce(person, id::text))::int as senders from feedback
         where text_digest = $1 and received_at >= $2 and (person is null or person is distinct from $3)`,
        [digest, since, person],
      );
      const [first] = await selectCases(
        `where f.text_digest = $1 and f.received_at >= $2 and f.joined_to_id is null and f.status in ${openStatuses}
         order by f.id limit 1`,
        [digest, since],
      );
      return { senders: counted!.senders, first };
    },
    async file(fresh, event) {
      const [row] = await sql.query<{ id: string }>(insertCase, caseValues(fresh, sql.keyring));
      const { id } = row!;
      await addEvents(sql, id, [event]);
      if (fresh.attachmentIds.length > 0) await attach(sql, id, fresh.attachmentIds);
      const [matter] = await selectCases("where f.id = $1", [id]);
      return matter!;
    },
    lock: (code) => readFile(code, "for no key update of f"),
    find: (code) => readFile(code, ""),
    async save(next, events) {
      await updateCase(sql, next);
      await addEvents(sql, next.id, events);
      const attached = events.flatMap(({ detail }) => (detail.attachmentIds as string[] | undefined) ?? []);
      if (attached.length > 0) await attach(sql, next.id, attached);
      const [saved] = await selectCases("where f.id = $1", [next.id]);
      return saved!;
    },
    ofPerson: (person) => selectCases("where f.person = $1 order by f.received_at desc, f.id desc", [person]),
    candidates: ({ person, dossierCode, field }, since) =>
      selectCases(
        `where f.status in ${openStatuses} and f.received_at >= $1 and (f.joined_to_id is null or f.person = $2)
           and (f.person = $2 or f.dossier_code = $3 or field.name = $4)
         order by f.received_at desc limit 200`,
        [since, person, dossierCode, field],
      ),
    joinedTo: (id) =>
      selectCases(`where f.joined_to_id = $1 and f.status in ${openStatuses} order by f.id`, [id]),
  };
}

const insertCase = `
  insert into feedback (source, source_code, kind, urgency, status, content, field_id, place, latitude, longitude,
    dossier_code, received_at, accept_due_at, due_at, policy_id, promise, unit_id, officer_id, routing_rule_id,
    routed_by, person, conversation_id, sender_name, sender_phone, privacy, joined_to_id, text_digest, is_demonstration)
  select $1, $2, $3, $4, $5, $6, (select id from field where name = $7), $8, $9, $10, $11, $12, $13, $14, $15, $16,
    (select id from unit where code = $17), (select id from staff_member where username = $18), $19, $20, $21, $22,
    $23, $24, $25, $26, $27,
    coalesce((select value = 'true' from setting where key = 'isDemonstration'), false)
  returning id`;

function caseValues(fresh: NewCase, keyring: Keyring): unknown[] {
  return [
    fresh.source,
    fresh.sourceCode,
    fresh.kind,
    fresh.urgency,
    fresh.status,
    fresh.content,
    fresh.field,
    fresh.place.words ?? null,
    fresh.place.latitude ?? null,
    fresh.place.longitude ?? null,
    fresh.dossierCode,
    fresh.receivedAt,
    fresh.promise?.acceptDueAt ?? null,
    fresh.promise?.dueAt ?? null,
    fresh.policyId,
    json(fresh.promise),
    fresh.unitCode,
    fresh.officer,
    fresh.routingRuleId,
    fresh.routedBy,
    fresh.person,
    fresh.conversationId,
    fresh.senderName && keyring.sealSame(fresh.senderName, "feedback.sender_name"),
    fresh.senderPhone && keyring.sealSame(fresh.senderPhone, "feedback.sender_phone"),
    fresh.privacy,
    fresh.joinedToId,
    fresh.essence === undefined ? null : digestOf(fresh.essence),
  ];
}

async function updateCase(sql: Sql, next: FeedbackCase): Promise<void> {
  await sql.query(
    `update feedback set status = $2, version = $3, round = $4, kind = $5, urgency = $6,
       field_id = (select id from field where name = $7), policy_id = $8, accept_due_at = $9, accepted_at = $10,
       due_at = $11, answered_at = $12, closed_at = $13, is_extended = $14, promise = $15,
       unit_id = (select id from unit where code = $16), officer_id = (select id from staff_member where username = $17),
       draft = $18, extension = $19, answer = $20, routing_rule_id = $21, routed_by = $22
     where id = $1`,
    [
      next.id,
      next.status,
      next.version,
      next.round,
      next.kind,
      next.urgency,
      next.field,
      next.policyId,
      next.acceptDueAt,
      next.acceptedAt,
      next.dueAt,
      next.answeredAt,
      next.closedAt,
      next.isExtended,
      json(next.promise),
      next.unitCode,
      next.officer,
      json(next.draft),
      json(next.extension),
      next.answer,
      next.routingRuleId,
      next.routedBy,
    ],
  );
}

function digestOf(essence: string): string {
  return createHash("sha256").update(essence).digest("base64url");
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

async function readEvents(sql: Sql, id: string): Promise<CaseEvent[]> {
  const rows = await sql.query<CaseEventRow>(
    `select ${eventColumns} ${fromEvent} where e.feedback_id = $1 order by e.id`,
    [id],
  );
  return rows.map(readCaseEvent);
}

async function addEvents(sql: Sql, id: string, events: readonly CaseEvent[]): Promise<void> {
  for (const { happenedAt, kind, fromStatus, toStatus, actor, channel, reason, detail } of events)
    await sql.query(
      `insert into feedback_event (feedback_id, happened_at, kind, from_status, to_status, actor_kind, actor, channel,
         reason, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, happenedAt, kind, fromStatus, toStatus, actor.kind, nameOf(actor), channel, reason, json(detail)],
    );
}

function nameOf(actor: CaseEvent["actor"]): string {
  switch (actor.kind) {
    case "citizen":
      return actor.person;
    case "staff":
      return actor.staff.username;
    case "system":
      return actor.name;
  }
}

async function attach(sql: Sql, id: string, attachmentIds: readonly string[]): Promise<void> {
  await sql.query(
    `insert into feedback_attachment (feedback_id, attachment_id) select $1, unnest($2::bigint[])
     on conflict do nothing`,
    [id, attachmentIds],
  );
}
