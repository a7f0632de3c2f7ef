import { idleMinutes, wordsShown, type Relay, type RelayStore } from "../domain/staff/relay.ts";
import { dayOf } from "../domain/vietnam-time.ts";
import type { Sql } from "./database.ts";
import { present } from "./staff-directory.ts";

interface RelayRow extends Omit<Relay, "officer" | "isEnded"> {
  username: string | null;
  fullName: string | null;
  officerConversationId: string | null;
  endedAt: Date | null;
}

const columns = `r.id::text, r.citizen_conversation_id::text as "citizenConversationId", r.offered_to as "offeredTo",
  r.offered_at as "offeredAt", r.last_at as "lastAt", r.officer as username, s.full_name as "fullName",
  r.officer_conversation_id::text as "officerConversationId", r.ended_at as "endedAt"`;
const from = "from relay r left join staff_member s on s.username = r.officer";

/** Talks through the assistant, on PostgreSQL. */
export function createRelayStore(sql: Sql): RelayStore {
  async function one(where: string, values: readonly unknown[]): Promise<Relay | undefined> {
    const [row] = await sql.query<RelayRow>(
      `select ${columns} ${from} where ${where} for update of r`,
      values,
    );
    return row && readRelay(row);
  }
  const find = (id: string) => one("r.id = $1", [id]);

  return {
    find,
    findOfCitizen: (conversationId) =>
      one("r.citizen_conversation_id = $1 and r.ended_at is null", [conversationId]),
    async open(citizenConversationId, offeredTo, now) {
      const [row] = await sql.query<{ id: string }>(
        `insert into relay (citizen_conversation_id, asked_at, offered_to, offered_at, last_at)
         values ($1, $3, array[$2], $3, $3)
         on conflict (citizen_conversation_id) where ended_at is null do nothing returning id`,
        [citizenConversationId, offeredTo, now],
      );
      return row && find(row.id);
    },
    async offer(id, username, now) {
      await sql.query(
        "update relay set offered_to = array_append(offered_to, $2), offered_at = $3, last_at = $3 where id = $1",
        [id, username, now],
      );
    },
    async take(id, { username, conversationId }, now) {
      await sql.query(
        `update relay set officer = $2, officer_conversation_id = $3, taken_at = coalesce(taken_at, $4), last_at = $4
         where id = $1`,
        [id, username, conversationId, now],
      );
    },
    async touch(id, now) {
      await sql.query("update relay set last_at = $2 where id = $1", [id, now]);
    },
    async end(id, why, now) {
      await sql.query("update relay set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null", [
        id,
        now,
        why,
      ]);
    },
    async recentWords(conversationId, now) {
      const rows = await sql.query<{ words: string }>(
        `select words from (
           select m.id, m.content ->> 'text' as words from inbound_message m
           where m.conversation_id = $1 and m.content ->> 'text' ~ '^[^/]' and m.received_at > $2
           order by m.id desc limit $3
         ) last order by id`,
        [conversationId, new Date(now.getTime() - idleMinutes * 60_000), wordsShown],
      );
      return rows.map(({ words }) => words);
    },
    async waitingSince(before) {
      const rows = await sql.query<RelayRow>(
        `select ${columns} ${from} where r.ended_at is null and r.last_at <= $1 order by r.id for update of r skip locked`,
        [before],
      );
      return rows.map(readRelay);
    },
    async nextToAsk(exceptFor, now) {
      const [row] = await sql.query<{ username: string }>(
        `with staff as (${present})
         select s.present_as as username from staff s
         left join setting duty on duty.key = 'dutyOfficer' and duty.value #>> '{}' = s.username
         where s.present_as is not null and not s.present_as = any ($2)
           and (duty.key is not null or s.role in ('leader', 'admin'))
           and exists (select from conversation c where c.speaker = s.present_as and c.channel <> 'terminal'
             and c.unreachable_since is null)
         order by duty.key is null, s.role = 'leader', s.id limit 1`,
        [dayOf(now), exceptFor],
      );
      return row?.username;
    },
  };
}

function readRelay({ username, fullName, officerConversationId, endedAt, ...relay }: RelayRow): Relay {
  return {
    ...relay,
    isEnded: endedAt !== null,
    ...(username !== null &&
      officerConversationId !== null && {
        officer: { username, fullName: fullName ?? username, conversationId: officerConversationId },
      }),
  };
}
