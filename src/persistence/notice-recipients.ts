import type { DueNotice, Reachable, Told } from "../conversation/notices/notice-desk.ts";
import { dayOf, type Day } from "../domain/vietnam-time.ts";
import type { Language } from "../wording/wording.ts";
import type { Sql } from "./database.ts";
import { createStaffDirectory, readPresent } from "./staff-directory.ts";

/** Who on the staff each of these notices is for today, by the notice's id; one that nobody is there for is left out. */
export async function readStaff(
  sql: Sql,
  notices: readonly DueNotice[],
  now: Date,
): Promise<Map<string, Told>> {
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

/** Where staff are reached: the conversation they used last, on a channel that someone reads and that reaches them. */
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
       where speaker = s.username and speaker <> 'citizen' and channel <> 'terminal' and unreachable_since is null
       order by updated_at desc, id desc limit 1
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
