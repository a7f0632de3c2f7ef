import type {
  DueNotice,
  NoticeBatch,
  NoticeDesk,
  Reachable,
  Settlement,
  SubjectStanding,
  Told,
} from "../conversation/notices/notice-desk.ts";
import { dayOf, type Day } from "../domain/vietnam-time.ts";
import type { Language } from "../wording/wording.ts";
import type { Database, Sql } from "./database.ts";
import { runningStatuses } from "./feedback-rows.ts";
import { createStaffDirectory, readPresent } from "./staff-directory.ts";

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
          `select id, kind, recipient, facts, subject_kind as "subjectKind", subject_id as "subjectId", due_at as "dueAt"
           from notice n where status = 'planned' and due_at <= $1 and not (kind = 'escalation' and exists (
             select from notice earlier
             where earlier.status = 'planned' and earlier.subject_kind = n.subject_kind
               and earlier.subject_id = n.subject_id and earlier.facts ->> 'clock' = n.facts ->> 'clock'
               and earlier.due_at < n.due_at))
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
            case when d.resolved_at is null and d.is_counted then d.due_at end
     from dossier d left join staff_member s on s.id = d.officer_id join unit u on u.id = d.unit_id
     where d.id = any ($2)
     union all
     select 'assignment:' || a.id, s.username, u.code, null,
            case when a.done_on is null then (a.due_on + 1)::timestamp at time zone interval '7 hours' end
     from assignment a left join staff_member s on s.id = a.officer_id join unit u on u.id = a.unit_id
     where a.id = any ($3)`,
    [idsOf("feedback"), idsOf("dossier"), idsOf("assignment")],
  );
  return new Map(found.map(({ subject, ...standing }) => [subject, standing]));
}

async function readStaff(sql: Sql, notices: readonly DueNotice[], now: Date): Promise<Map<string, Told>> {
  const usernames = await readHolders(sql, notices, dayOf(now));
  const told = await readReach(sql, [...new Set(usernames.values())]);
  const snoozes = await readSnoozes(sql, usernames);
  return new Map(
    [...usernames].flatMap(([id, username]) => {
      const staff = told.get(username);
      return staff ? [[id, { ...staff, snoozedUntil: snoozes.get(id) ?? null }] as const] : [];
    }),
  );
}

/** Who each notice is for today, by the notice's id. Officers are looked up at once: most notices are for them. */
async function readHolders(sql: Sql, notices: readonly DueNotice[], on: Day): Promise<Map<string, string>> {
  const posts = notices.flatMap(({ id, recipient, standing }) => {
    if (recipient.kind === "conversation") return [];
    const unitCode = standing?.unitCode ?? null;
    return recipient.kind === "staff"
      ? [{ id, rung: "officer" as const, standing: { officer: recipient.username, unitCode } }]
      : [{ id, rung: recipient.rung, standing: { officer: standing?.officer ?? null, unitCode } }];
  });
  const officers = posts.flatMap(({ rung, standing }) =>
    rung === "officer" ? (standing.officer ?? []) : [],
  );
  const presentAs = await readPresent(sql, officers, on);
  const directory = createStaffDirectory(sql);
  const holders = new Map<string, string | undefined>();
  const usernames = new Map<string, string>();
  for (const { id, rung, standing } of posts) {
    const key = `${rung}:${standing.officer}:${standing.unitCode}`;
    if (!holders.has(key))
      holders.set(
        key,
        (rung === "officer" && presentAs.get(standing.officer ?? "")) ||
          (await directory.holderOf(rung, standing, on)),
      );
    const username = holders.get(key);
    if (username !== undefined) usernames.set(id, username);
  }
  return usernames;
}

/** Until when who is told by these notices wants no reminder of their subject, by the notice's id. */
async function readSnoozes(sql: Sql, usernames: ReadonlyMap<string, string>): Promise<Map<string, Date>> {
  const rows = await sql.query<{ id: string; until: Date }>(
    `select n.id, s.until
     from unnest($1::bigint[], $2::text[]) as told (id, username)
     join notice n on n.id = told.id
     join reminder_snooze s
       on s.subject_kind = n.subject_kind and s.subject_id = n.subject_id and s.username = told.username`,
    [[...usernames.keys()], [...usernames.values()]],
  );
  return new Map(rows.map(({ id, until }) => [id, until]));
}

/** Where staff are reached: the conversation they used last, on a channel that someone reads. */
async function readReach(
  sql: Sql,
  usernames: readonly string[],
): Promise<Map<string, Omit<Told, "snoozedUntil">>> {
  const rows = await sql.query<{
    username: string;
    unit_code: string;
    conversation_id: string | null;
    language: Language;
  }>(
    `select s.username, u.code as unit_code, c.id as conversation_id, c.language
     from staff_member s join unit u on u.id = s.unit_id
     left join lateral (
       select id, language from conversation
       where speaker = s.username and channel <> 'terminal' order by updated_at desc, id desc limit 1
     ) c on true
     where s.username = any ($1)`,
    [usernames],
  );
  return new Map(
    rows.map(({ username, unit_code: unitCode, conversation_id: conversationId, language }) => {
      const reached: Reachable | undefined =
        conversationId === null ? undefined : { conversationId, language };
      return [username, { username, unitCode, reached }];
    }),
  );
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
  const settled = rows.map(({ id }, place) => ({ id, place, ...settlements.get(id)! }));
  const said = settled.filter((one) => one.kind === "handed-over");
  const saidWith = settled.filter((one) => one.kind === "handed-over-with");
  const conversationIds = [...new Set(said.map(({ conversationId }) => conversationId))];
  await sql.query("select from conversation where id = any ($1) order by id for no key update", [
    conversationIds,
  ]);
  await sql.query(
    `with said as (
       select * from jsonb_to_recordset($1::jsonb) as n (id bigint, place int, "conversationId" bigint, reply jsonb)
     ), owed as (
       insert into outbox (conversation_id, reply, created_at, due_at)
       select "conversationId", reply, $2, $2 from said order by place
       returning id
     ), own as (
       select o.id as outbox_id, s.id as notice_id
       from (select id, row_number() over (order by id) as place from owed) o
       join (select id, row_number() over (order by place) as place from said) s using (place)
     ), paired as (
       select * from own
       union all
       select own.outbox_id, w.id
       from jsonb_to_recordset($3::jsonb) as w (id bigint, "noticeId" bigint) join own on own.notice_id = w."noticeId"
     )
     update notice n set status = 'handed-over', settled_at = $2, outbox_id = p.outbox_id
     from paired p where n.id = p.notice_id`,
    [JSON.stringify(said), now, JSON.stringify(saidWith)],
  );
  await sql.query(
    `update notice n set status = case s.kind when 'postponed' then 'planned' else s.kind end, reason = s.reason,
       due_at = coalesce(s.until, n.due_at), settled_at = case when s.kind <> 'postponed' then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as s (id bigint, kind text, reason text, until timestamptz)
     where n.id = s.id`,
    [JSON.stringify(settled.filter(({ kind }) => !kind.startsWith("handed-over"))), now],
  );
  await sql.query(
    "select pg_notify('outbox', channel || ':' || external_id) from conversation where id = any ($1)",
    [conversationIds],
  );
}
