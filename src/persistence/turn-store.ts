import { readState } from "../conversation/conversation-state.ts";
import type { Speaker } from "../conversation/flow.ts";
import type { InboundMessage } from "../conversation/inbound-message.ts";
import type { OpenConversation, TurnChanges, TurnStore, TurnStores } from "../conversation/turn-store.ts";
import type { StaffMember, StaffRole } from "../domain/staff/staff-member.ts";
import { dayOf } from "../domain/vietnam-time.ts";
import type { Language } from "../wording/wording.ts";
import type { Database, Sql } from "./database.ts";
import { readEarlierVersion } from "./read-earlier-version.ts";
import { rememberAttachments } from "./remember-attachments.ts";
import { postsHeldFor } from "./staff-directory.ts";

interface OpenedRow {
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

/** Turns on PostgreSQL. `createStores` builds the stores that flows use, on the turn's own transaction. */
export function createTurnStore(database: Database, createStores: (sql: Sql) => TurnStores): TurnStore {
  return {
    inTurn: (message, now, work) =>
      database.transaction(async (sql) => {
        const opened = await openConversation(sql, message, now);
        if (opened.inbound_id === null) return "duplicate";
        const place = { conversationId: opened.conversation_id, inboundId: opened.inbound_id };
        const attachments = message.content.kind === "media" ? message.content.attachments : [];
        const conversation: OpenConversation = {
          ...readConversation(opened, message, now),
          attachmentIds: await rememberAttachments(sql, place, attachments, now),
          earlierVersion: (messageId) => readEarlierVersion(sql, place, messageId),
        };
        const changes = await work(conversation, createStores(sql));
        await storeChanges(sql, opened, message, changes, now);
        return "answered";
      }),
  };
}

/** Remembers the message and locks its conversation in one statement; a known message has no `inbound_id`. */
async function openConversation(sql: Sql, message: InboundMessage, now: Date): Promise<OpenedRow> {
  const rows = await sql.query<OpenedRow>(
    `with locked as (
       insert into conversation as c (channel, external_id, speaker, language, created_at, updated_at)
       values ($1, $2, coalesce($3, 'citizen'), $4, $7, $7)
       on conflict (channel, external_id) do update
       set speaker = coalesce($3, c.speaker), unreachable_since = null, unreachable_reason = null
       returning id, speaker, language, state, updated_at, person_id
     ), remembered as (
       insert into inbound_message (conversation_id, external_id, content, received_at)
       select id, $5, $6, $7 from locked
       on conflict (conversation_id, external_id) do nothing
       returning id
     )
     select locked.id as conversation_id, remembered.id as inbound_id, locked.language, locked.state, locked.updated_at,
            locked.person_id,
            s.username, s.full_name, s.role, u.code as unit_code, u.name as unit_name,
            (${postsHeldFor("s.id", "$8::date")}) as stands_in_for,
            -- What the turn does to members of staff is entered in the audit with it.
            set_config('motcua.channel', $1::text, true)
     from locked
     left join remembered on true
     -- Who the conversation speaks for is believed when the channel says it now, or an invitation once bound it.
     left join staff_member s on s.username = locked.speaker and s.left_at is null and ($3::text is not null or exists (
       select from staff_invitation i where i.conversation_id = locked.id and i.staff_id = s.id))
     left join unit u on u.id = s.unit_id`,
    [
      message.channel,
      message.conversationId,
      message.speakAs ?? null,
      message.language ?? "vi",
      message.id,
      JSON.stringify(message.content),
      now,
      dayOf(now),
    ],
  );
  return rows[0]!;
}

type Opened = Omit<OpenConversation, "attachmentIds" | "earlierVersion">;

function readConversation(row: OpenedRow, message: InboundMessage, now: Date): Opened {
  return {
    id: row.conversation_id,
    person:
      row.person_id === null ? `${message.channel}:${message.conversationId}` : `person:${row.person_id}`,
    speaker: readSpeaker(row),
    language: row.language,
    state: readState(row.state, row.updated_at, now),
  };
}

function readSpeaker(row: OpenedRow): Speaker {
  if (row.username === null) return { kind: "citizen" };
  const { username, full_name: fullName, role, unit_code: unitCode, unit_name: unitName } = row;
  const standsInFor = row.stands_in_for ?? [];
  return { kind: "staff", staff: { username, fullName, role, unitCode, unitName, standsInFor } };
}

/** The new state and the replies in one statement, which also tells listeners that something waits. */
async function storeChanges(
  sql: Sql,
  opened: OpenedRow,
  message: InboundMessage,
  { state, language, replies, failure }: TurnChanges,
  now: Date,
): Promise<void> {
  await sql.query(
    `with kept as (
       update conversation set state = $2, language = $3, updated_at = $4 where id = $1
     ), failed as (
       update inbound_message set failure = $5::text where id = $6 and $5::text is not null
     ), owed as (
       insert into outbox (conversation_id, inbound_id, reply, created_at, due_at, priority, is_important)
       select $1, $6, reply, $4, $4, 0, false from jsonb_array_elements($7::jsonb) with ordinality as r (reply, place)
       order by place
     )
     select pg_notify('outbox', $8)`,
    [
      opened.conversation_id,
      JSON.stringify(state),
      language,
      now,
      failure ?? null,
      opened.inbound_id,
      JSON.stringify(replies),
      `${message.channel}:${message.conversationId}`,
    ],
  );
}
