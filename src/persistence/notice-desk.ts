import type {
  DueNotice,
  NoticeBatch,
  NoticeDesk,
  Settlement,
  SubjectStanding,
} from "../conversation/notices/notice-desk.ts";
import type { Language } from "../wording/wording.ts";
import { assignmentDueAt, dossierWorkedToAt } from "./due-instants.ts";
import type { Database, Sql } from "./database.ts";
import { runningStatuses } from "./feedback-rows.ts";
import { readStaff } from "./notice-recipients.ts";
import { rememberChoices } from "./remember-choices.ts";

interface DueRow extends Omit<DueNotice, "standing" | "subject"> {
  subjectKind: "feedback" | "dossier" | "assignment" | null;
  subjectId: string | null;
}

/** Due notices on PostgreSQL, claimed by row locks that others skip. */
export function createNoticeDesk(database: Database): NoticeDesk {
  return {
    async expire(now) {
      const expired = await database.query(
        `update notice set status = 'expired', settled_at = $1
         where status = 'planned' and due_at <= $1 and expires_at <= $1 returning id`,
        [now],
      );
      return expired.length;
    },
    settle: (limit, now, decide) =>
      database.transaction(async (sql) => {
        // The superior never hears before the officer, whatever other worker holds the officer's reminder just now.
        const rows = await sql.query<DueRow>(
          `select id, kind, recipient, facts, subject_kind as "subjectKind", subject_id as "subjectId", due_at as "dueAt",
                  expires_at as "expiresAt"
           from notice n where status = 'planned' and due_at <= $1 and not (kind = 'escalation' and exists (
             select from notice earlier
             where earlier.status = 'planned' and earlier.subject_kind = n.subject_kind
               and earlier.subject_id = n.subject_id and earlier.facts ->> 'clock' = n.facts ->> 'clock'
               and (earlier.due_at < n.due_at or earlier.due_at = n.due_at and earlier.kind <> 'escalation')))
           order by due_at, id limit $2 for update skip locked`,
          [now, limit],
        );
        if (rows.length > 0) await write(sql, rows, await decide(await openBatch(sql, rows, now)), now);
        return rows.length;
      }),
  };
}

async function openBatch(sql: Sql, rows: readonly DueRow[], now: Date): Promise<NoticeBatch> {
  const standings = await readStandings(sql, rows);
  return {
    due: rows.map(({ subjectKind, subjectId, ...row }) => ({
      ...row,
      subject: subjectKind && subjectId !== null ? { kind: subjectKind, id: subjectId } : null,
      standing: standings.get(`${subjectKind}:${subjectId}`) ?? null,
    })),
    staffFor: (notices) => readStaff(sql, notices, now),
    async toldBy(keys) {
      if (keys.length === 0) return new Map();
      const found = await sql.query<{ key: string; speaker: string }>(
        `select n.key, c.speaker from notice n
         join outbox o on o.id = n.outbox_id join conversation c on c.id = o.conversation_id
         where n.key = any ($1)`,
        [keys],
      );
      return new Map(found.map(({ key, speaker }) => [key, speaker]));
    },
    async conversations(ids) {
      if (ids.length === 0) return new Map();
      const found = await sql.query<{ id: string; language: Language }>(
        "select id, language from conversation where id = any ($1)",
        [ids],
      );
      return new Map(found.map(({ id, language }) => [id, { conversationId: id, language }]));
    },
  };
}

/** How the subjects of these notices stand now, by kind and id. */
async function readStandings(sql: Sql, rows: readonly DueRow[]): Promise<Map<string, SubjectStanding>> {
  const idsOf = (kind: DueRow["subjectKind"]) =>
    rows.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === kind && subjectId !== null ? [subjectId] : [],
    );
  const found = await sql.query<SubjectStanding & { subject: string }>(
    `select 'feedback:' || f.id as subject, s.username as officer, u.code as "unitCode",
            case when f.status in ${runningStatuses} and f.accepted_at is null then f.accept_due_at end as "acceptDueAt",
            case when f.status in ${runningStatuses} then f.due_at end as "dueAt"
     from feedback f left join staff_member s on s.id = f.officer_id left join unit u on u.id = f.unit_id
     where f.id = any ($1)
     union all
     select 'dossier:' || d.id, s.username, u.code, null,
            case when d.resolved_at is null and d.is_counted then ${dossierWorkedToAt} end
     from dossier d left join dossier_apology given on given.dossier_id = d.id left join staff_member s on s.id = d.officer_id join unit u on u.id = d.unit_id
     where d.id = any ($2)
     union all
     select 'assignment:' || a.id, s.username, u.code, null,
            case when a.done_on is null then ${assignmentDueAt} end
     from assignment a left join staff_member s on s.id = a.officer_id join unit u on u.id = a.unit_id
     where a.id = any ($3)`,
    [idsOf("feedback"), idsOf("dossier"), idsOf("assignment")],
  );
  return new Map(found.map(({ subject, ...standing }) => [subject, standing]));
}

/**
 * The notices' fate and their replies. The conversations are locked in the order of their ids, as a turn locks its own, so
 * that replies of one conversation commit in the order of theirs.
 */
async function write(
  sql: Sql,
  rows: readonly DueRow[],
  settlements: ReadonlyMap<string, Settlement>,
  now: Date,
): Promise<void> {
  const settled = rows.map(({ id, expiresAt }) => ({ id, expiresAt, ...settlements.get(id)! }));
  const saidWith = settled.filter((one) => one.kind === "handed-over-with");
  const isForSeveral = new Set(saidWith.map(({ noticeId }) => noticeId));
  const said = settled
    .filter((one) => one.kind === "handed-over")
    .map((one) => (isForSeveral.has(one.id) ? { ...one, expiresAt: null } : one));
  const conversationIds = [...new Set(said.map(({ conversationId }) => conversationId))];
  await sql.query("select from conversation where id = any ($1) order by id for no key update", [
    conversationIds,
  ]);
  await sql.query(
    `with said as (
       select nextval(pg_get_serial_sequence('outbox', 'id')) as outbox_id, n.*
       from jsonb_to_recordset($1::jsonb)
         as n (id bigint, "conversationId" bigint, reply jsonb, "expiresAt" timestamptz)
     ), owed as (
       insert into outbox (id, conversation_id, reply, created_at, due_at, expires_at) overriding system value
       select outbox_id, "conversationId", reply, $2, $2, "expiresAt" from said
     ), told as (
       select id, outbox_id from said
       union all
       select w.id, said.outbox_id
       from jsonb_to_recordset($3::jsonb) as w (id bigint, "noticeId" bigint) join said on said.id = w."noticeId"
     )
     update notice n set status = 'handed-over', settled_at = $2, outbox_id = told.outbox_id
     from told where n.id = told.id`,
    [JSON.stringify(said), now, JSON.stringify(saidWith)],
  );
  const unsaid = settled.filter(({ kind }) => !kind.startsWith("handed-over"));
  if (unsaid.length > 0) await keepUnsaid(sql, unsaid, now);
  await rememberChoices(sql, said, now);
  await sql.query(
    "select pg_notify('outbox', channel || ':' || external_id) from conversation where id = any ($1)",
    [conversationIds],
  );
}

async function keepUnsaid(sql: Sql, unsaid: readonly unknown[], now: Date): Promise<void> {
  await sql.query(
    `update notice n set status = case s.kind when 'postponed' then 'planned' else s.kind end, reason = s.reason,
       due_at = coalesce(s.until, n.due_at), settled_at = case when s.kind <> 'postponed' then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as s (id bigint, kind text, reason text, until timestamptz)
     where n.id = s.id`,
    [JSON.stringify(unsaid), now],
  );
}
