import { readState } from "../../conversation/conversation-state.ts";
import type { Speaker } from "../../conversation/flow.ts";
import type { InboundMessage } from "../../conversation/inbound-message.ts";
import type { OpenConversation } from "../../conversation/turn-store.ts";
import type { StaffMember, StaffRole } from "../../domain/staff/staff-member.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import type { Language } from "../../wording/wording.ts";
import type { Prepared, Sql } from "../database.ts";
import { postsHeldFor } from "../staff-directory.ts";

export interface Asked {
  message: InboundMessage;
  now: Date;
}

interface OpenedRow {
  place: number;
  conversation_id: string;
  inbound_id: string | null;
  language: Language;
  state: unknown;
  updated_at: Date;
  person_id: string | null;
  username: string | null;
  full_name: string;
  role: StaffRole;
  unit_code: string;
  unit_name: string;
  stands_in_for: StaffMember["standsInFor"] | null;
}

export interface Opened {
  conversationId: string;
  /** Undefined for a message that is known already. */
  inboundId: string | undefined;
  conversation: Omit<OpenConversation, "attachmentIds" | "earlierVersion">;
}

/**
 * Locked in one order everywhere, so that no two groups of conversations wait for each other. Most are known and as they
 * were, and only locked: writing them anew would double what a turn writes.
 */
const openStatement: Prepared = {
  name: "open-conversations",
  text: `with asked as (
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[], $8::date[])
         with ordinality as a (channel, external_id, speak_as, language, message_id, content, now, today, place)
     ), known as (
       select c.id, c.channel, c.external_id, c.speaker, c.language, c.state, c.updated_at, c.person_id,
              (speak_as is null or speak_as = c.speaker) and c.unreachable_since is null as is_as_kept
       from asked join conversation c using (channel, external_id)
       order by c.channel, c.external_id for update of c
     ), written as (
       insert into conversation as c (channel, external_id, speaker, language, created_at, updated_at)
       select channel, external_id, coalesce(speak_as, 'citizen'), language, now, now from asked
       where not exists (select from known k where k.channel = asked.channel and k.external_id = asked.external_id and is_as_kept)
       order by channel, external_id
       on conflict (channel, external_id) do update
       set speaker = coalesce((select speak_as from asked a where a.channel = c.channel and a.external_id = c.external_id),
                              c.speaker),
           unreachable_since = null, unreachable_reason = null
       returning id, channel, external_id, speaker, language, state, updated_at, person_id
     ), locked as (
       select id, channel, external_id, speaker, language, state, updated_at, person_id from known where is_as_kept
       union all
       select id, channel, external_id, speaker, language, state, updated_at, person_id from written
     ), remembered as (
       insert into inbound_message (conversation_id, external_id, content, received_at)
       select id, message_id, content, now from asked join locked using (channel, external_id) order by place
       on conflict (conversation_id, external_id) do nothing
       returning id, conversation_id
     )
     select place::int, locked.id as conversation_id, remembered.id as inbound_id, locked.language, locked.state,
            locked.updated_at, locked.person_id,
            s.username, s.full_name, s.role, u.code as unit_code, u.name as unit_name,
            (${postsHeldFor("s.id", "asked.today")}) as stands_in_for,
            -- What the turns do to members of staff is entered in the audit with it.
            set_config('motcua.channel', asked.channel, true)
     from asked join locked using (channel, external_id)
     left join remembered on remembered.conversation_id = locked.id
     -- Who the conversation speaks for is believed when the channel says it now, or an invitation once bound it.
     left join staff_member s on s.username = locked.speaker and s.left_at is null and (speak_as is not null or exists (
       select from staff_invitation i where i.conversation_id = locked.id and i.staff_id = s.id))
     left join unit u on u.id = s.unit_id
     order by place`,
};

/** Remembers the messages, all of one channel, and locks their conversations, each another one; in the order given. */
export async function openConversations(sql: Sql, asked: readonly Asked[]): Promise<Opened[]> {
  const column = <Value>(of: (one: Asked) => Value) => asked.map(of);
  const rows = await sql.query<OpenedRow>(openStatement, [
    column(({ message }) => message.channel),
    column(({ message }) => message.conversationId),
    column(({ message }) => message.speakAs ?? null),
    column(({ message }) => message.language ?? "vi"),
    column(({ message }) => message.id),
    column(({ message }) => JSON.stringify(message.content)),
    column(({ now }) => now),
    column(({ now }) => dayOf(now)),
  ]);
  return rows.map((row, place) => readOpened(row, asked[place]!));
}

function readOpened(row: OpenedRow, { message, now }: Asked): Opened {
  return {
    conversationId: row.conversation_id,
    inboundId: row.inbound_id ?? undefined,
    conversation: {
      id: row.conversation_id,
      person:
        row.person_id === null ? `${message.channel}:${message.conversationId}` : `person:${row.person_id}`,
      speaker: readSpeaker(row),
      language: row.language,
      state: readState(row.state, row.updated_at, now),
    },
  };
}

function readSpeaker(row: OpenedRow): Speaker {
  if (row.username === null) return { kind: "citizen" };
  const { username, full_name: fullName, role, unit_code: unitCode, unit_name: unitName } = row;
  const standsInFor = row.stands_in_for ?? [];
  return { kind: "staff", staff: { username, fullName, role, unitCode, unitName, standsInFor } };
}
