import { retained, retentionDays, type Retained, type RetentionProof } from "../domain/people/retention.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Database } from "./database.ts";

/** Which rows are over their time ($1: the instant before which they are), and what becomes of them. */
const rules: Record<Retained, { table: string; isOver: string; becomes: string }> = {
  messages: {
    table: "inbound_message",
    isOver: `received_at < $1 and content <> '{"kind": "text", "text": ""}'`,
    becomes: `content = '{"kind": "text", "text": ""}'`,
  },
  replies: {
    table: "outbox",
    isOver: `created_at < $1 and status <> 'pending' and not reply ? 'evidence' and reply <> '{"blocks": []}'`,
    becomes: `reply = '{"blocks": []}'`,
  },
  notices: { table: "notice", isOver: `settled_at < $1 and facts <> '{}'`, becomes: `facts = '{}'` },
  files: {
    table: "attachment",
    isOver: `created_at < $1 and not exists (select from feedback_attachment f where f.attachment_id = attachment.id)`,
    becomes: "",
  },
  tries: { table: "proof_attempt", isOver: "tried_at < $1", becomes: "" },
  "sign-in links": { table: "sign_in_link", isOver: "expires_at < $1", becomes: "" },
};

const atOnce = 5000;

/**
 * Empties what was kept for as long as it may be: rows that are counted stay without what was in them. Counts what was over its
 * time before and what is after, and enters both in the audit; throws when anything is left.
 */
export async function keepRetention(database: Database, now: Date): Promise<RetentionProof> {
  const proof = {} as RetentionProof;
  for (const kind of retained) {
    const before = new Date(now.getTime() - retentionDays[kind] * 86_400_000);
    const due = await count(database, kind, before);
    while ((await emptySome(database, kind, before)) === atOnce);
    proof[kind] = { before: due, after: await count(database, kind, before) };
  }
  await createAuditTrail(database).record({
    by: { kind: "system", name: "keep-retention" },
    deed: "retention-kept",
    on: { kind: "retention", id: now.toISOString() },
    channel: "job",
    at: now,
    detail: proof,
  });
  const left = retained.filter((kind) => proof[kind].after > 0);
  if (left.length) throw new Error(`Still kept beyond its time: ${left.join(", ")}`);
  return proof;
}

async function count(database: Database, kind: Retained, before: Date): Promise<number> {
  const { table, isOver } = rules[kind];
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${isOver}`,
    [before],
  );
  return row!.count;
}

async function emptySome(database: Database, kind: Retained, before: Date): Promise<number> {
  const { table, isOver, becomes } = rules[kind];
  const some = `ctid = any (array(select ctid from ${table} where ${isOver} limit ${atOnce}))`;
  const deed = becomes ? `update ${table} set ${becomes}` : `delete from ${table}`;
  return (await database.query(`${deed} where ${some} returning 1`, [before])).length;
}
