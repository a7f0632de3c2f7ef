import { createHash } from "node:crypto";
import {
  approvalHours,
  type Approval,
  type Approvals,
  type DecisionOutcome,
  type SoughtDeed,
} from "../domain/staff/approval.ts";
import type { PlannedNotice } from "../domain/notices/notice.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import { bind } from "./staff-bindings.ts";
import type { Database, Sql } from "./database.ts";
import { createNoticeStore } from "./notice-store.ts";

const listed = 100;

/** Whether something of a kind ($1) has to wait. */
const waits = `exists (select from setting where key = 'identity' and value -> 'fourEyes' ? $1)`;

/** Four eyes on PostgreSQL. */
export function createApprovals(database: Pick<Database, "query" | "transaction" | "keyring">): Approvals {
  return {
    list: (askedBy) =>
      database.query<Approval>(
        `select a.id::text, a.kind, a.asked_by as "askedBy", s.full_name as "askedByName", a.asked_at as "askedAt",
                a.expires_at as "expiresAt", a.what, a.action, a.fields, coalesce(d.full_name, a.decided_by) as "decidedBy",
                a.decided_at as "decidedAt", a.is_approved as "isApproved", a.reason, a.done_at as "doneAt"
         from approval a left join staff_member s on s.username = a.asked_by
         left join staff_member d on d.username = a.decided_by
         where $1::text is null or a.asked_by = $1 order by a.asked_at desc, a.id desc limit ${listed}`,
        [askedBy ?? null],
      ),
    mayDo: (deed, now) =>
      database.transaction(async (sql) => {
        const [rule] = await sql.query<{ waits: boolean }>(`select ${waits} as waits`, [deed.kind]);
        if (!rule!.waits) return true;
        const digest = digestOf(deed);
        const used = await sql.query(
          `update approval set done_at = $4 where id = (
             select id from approval where kind = $1 and asked_by = $2 and digest = $3 and is_approved
               and done_at is null and expires_at > $4 order by id limit 1 for update skip locked
           ) returning id`,
          [deed.kind, deed.askedBy, digest, now],
        );
        if (used.length) return true;
        await askOnce(sql, { ...deed, digest, subject: null }, now);
        return false;
      }),
    decide: (decision, now) => database.transaction((sql) => decide(sql, decision, now)),
  };
}

interface Asked {
  kind: Approval["kind"];
  askedBy: string;
  what: string;
  action: string | null;
  fields: readonly (readonly [string, string])[];
  digest: string;
  subject: string | null;
}

/** Asks, unless the same waits already; the administrators but whoever asks are told. */
export async function askOnce(sql: Sql, asked: Asked, now: Date): Promise<void> {
  const { kind, askedBy, what, action, fields, digest, subject } = asked;
  const [row] = await sql.query<{ id: string }>(
    `insert into approval (kind, asked_by, asked_at, expires_at, what, action, fields, digest, subject)
     select $1, $2, $3::timestamptz, $3::timestamptz + interval '${approvalHours} hours', $4, $5, $6, $7, $8
     where not exists (select from approval where kind = $1 and asked_by = $2 and digest = $7 and decided_at is null
                       and expires_at > $3)
     returning id::text`,
    [kind, askedBy, now, what.slice(0, 500), action, JSON.stringify(fields), digest, subject],
  );
  if (!row) return;
  const isStaff = kind !== "erasure";
  await createAuditTrail(sql).record({
    by: { kind: isStaff ? "staff" : "system", name: askedBy },
    deed: "approval-asked",
    on: { kind: "approval", id: row.id },
    channel: isStaff ? "web" : "job",
    at: now,
    detail: { kind, what },
  });
  const administrators = await sql.query<{ username: string }>(
    "select username from staff_member where role = 'admin' and left_at is null and username <> $1",
    [askedBy],
  );
  const [who] = await sql.query<{ name: string }>(
    "select full_name as name from staff_member where username = $1",
    [askedBy],
  );
  await createNoticeStore(sql).plan(
    administrators.map(({ username }) =>
      noticeTo(username, "approval-asked", row.id, { what, by: who?.name ?? null }, now),
    ),
    now,
  );
}

function noticeTo(
  username: string,
  kind: "approval-asked" | "approval-decided",
  id: string,
  facts: Record<string, unknown>,
  now: Date,
): PlannedNotice {
  return {
    key: `${kind}:${id}:${username}`,
    kind,
    recipient: { kind: "staff", username },
    facts,
    dueAt: now,
    expiresAt: new Date(now.getTime() + approvalHours * 3_600_000),
  };
}

async function decide(
  sql: Sql,
  { id, by, isApproved, reason }: Parameters<Approvals["decide"]>[0],
  now: Date,
): Promise<DecisionOutcome> {
  const [row] = await sql.query<{
    kind: Approval["kind"];
    askedBy: string;
    what: string;
    subject: string | null;
  }>(
    `select kind, asked_by as "askedBy", what, subject from approval
     where id = $1 and decided_at is null and expires_at > $2 for update`,
    [id, now],
  );
  if (!row) return { kind: "over" };
  if (row.askedBy === by) return { kind: "own" };
  await sql.query(
    `update approval set decided_by = $2, decided_at = $3, is_approved = $4, reason = $5,
            expires_at = $3::timestamptz + interval '${approvalHours} hours' where id = $1`,
    [id, by, now, isApproved, reason],
  );
  await createAuditTrail(sql).record({
    by: { kind: "staff", name: by },
    deed: isApproved ? "approval-given" : "approval-declined",
    on: { kind: "approval", id },
    channel: "web",
    at: now,
    detail: { kind: row.kind, askedBy: row.askedBy, what: row.what, reason },
  });
  if (isApproved && row.kind === "binding") await bind(sql, row.subject!, row.askedBy, now);
  const facts = { what: row.what, isApproved, reason };
  if (row.kind !== "erasure")
    await createNoticeStore(sql).plan([noticeTo(row.askedBy, "approval-decided", id, facts, now)], now);
  return { kind: "decided" };
}

function digestOf({ action, fields }: SoughtDeed): string {
  return createHash("sha256")
    .update(JSON.stringify([action, fields]))
    .digest("hex");
}

/** Asks for people whose data are due to be erased; what was declined is asked again after a day. */
export async function askForErasures(sql: Sql, now: Date): Promise<void> {
  const due = await sql.query<{ id: string; askedAt: Date }>(
    `select r.id::text, r.asked_at as "askedAt" from erasure_request r
     where ${waits} and r.withdrawn_at is null and r.erased_at is null and r.erases_at <= $2
       and not exists (select from approval a where a.kind = $1 and a.subject = r.id::text
                       and (a.is_approved or a.decided_at > $2::timestamptz - interval '1 day'
                            or a.decided_at is null and a.expires_at > $2))`,
    ["erasure", now],
  );
  for (const { id } of due)
    await askOnce(
      sql,
      {
        kind: "erasure",
        askedBy: "erase-people",
        what: `Xoá dữ liệu theo yêu cầu số ${id} của người dân`,
        action: null,
        fields: [],
        digest: `erasure:${id}`,
        subject: id,
      },
      now,
    );
}

/** Whether the erasure asked for in row r may be done. */
export const mayErase = `(not exists (select from setting where key = 'identity' and value -> 'fourEyes' ? 'erasure')
  or exists (select from approval a where a.kind = 'erasure' and a.subject = r.id::text and a.is_approved))`;
