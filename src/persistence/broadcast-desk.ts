import type { Audience } from "../conversation/broadcasts/broadcast-board.ts";
import type { BroadcastDesk, ComposeBroadcast } from "../conversation/broadcasts/write-broadcasts.ts";
import type { Language } from "../wording/wording.ts";
import type { Database, Sql } from "./database.ts";

/** Whoever comes by reads these at once: what was written there is told. */
const mailboxes = "('web', 'terminal')";

/** The last of `outbox_priority`: answers and notices go first. */
const bulk = 2;

interface Running {
  id: number;
  audience: Audience;
  text: string;
  expiresAt: Date | null;
}

interface Reached {
  broadcastId: number;
  person: string;
  conversationId: string | null;
  language: Language | null;
}

/** Broadcasts on PostgreSQL: people are claimed by row locks that others skip. */
export function createBroadcastDesk(database: Database): BroadcastDesk {
  return {
    async settle(now) {
      const stopped = await database.query<{ id: number }>(
        "select id from broadcast where status in ('paused', 'cancelled')",
      );
      await takeBackUnsent(
        database,
        stopped.map(({ id }) => id),
      );
      await database.query(
        `update broadcast_recipient r set status = 'expired'
         from broadcast b where b.id = r.broadcast_id and r.status = 'waiting' and b.status <> 'finished' and b.expires_at <= $1`,
        [now],
      );
      await database.query(
        `update broadcast b set status = 'finished'
         where status = 'running'
           and not exists (select from broadcast_recipient r where r.broadcast_id = b.id and r.status = 'waiting')
           and not exists (
             select from outbox o join broadcast_recipient r on r.outbox_id = o.id
             where o.status in ('pending', 'sending') and o.priority = ${bulk} and r.broadcast_id = b.id)`,
      );
    },
    async countWaiting(now) {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::int as count from outbox
         where status in ('pending', 'sending') and priority = ${bulk} and due_at <= $1`,
        [now],
      );
      return row!.count;
    },
    write: (limit, now, compose) =>
      database.transaction(async (sql) => {
        // Held, so that a pause waits for what is written here and then takes it back.
        const running = await sql.query<Running>(
          `select id, audience, text, expires_at as "expiresAt" from broadcast
           where status = 'running' and (expires_at is null or expires_at > $1) order by id for share`,
          [now],
        );
        const taken = await takeRecipients(sql, running, limit);
        if (taken.length > 0) await writeMessages(sql, running, await findReach(sql, taken), compose, now);
        return taken.length;
      }),
  };
}

/** What waits of these broadcasts is taken back: nothing of it is sent unless they go on. */
export async function takeBackUnsent(sql: Sql, broadcastIds: readonly number[]): Promise<void> {
  if (broadcastIds.length === 0) return;
  await sql.query(
    `with unsent as (
       select o.id from outbox o
       join broadcast_recipient r on r.outbox_id = o.id join conversation c on c.id = o.conversation_id
       where o.status = 'pending' and o.priority = ${bulk} and r.broadcast_id = any ($1) and c.channel not in ${mailboxes}
       order by o.id for no key update of o
     ), taken_back as (
       update outbox o set status = 'expired', reason = 'taken back' from unsent where o.id = unsent.id
     )
     update broadcast_recipient r set status = 'waiting', outbox_id = null from unsent where r.outbox_id = unsent.id`,
    [broadcastIds],
  );
  await sql.query(
    `update broadcast_recipient r set status = 'cancelled' from broadcast b
     where b.id = any ($1) and b.status = 'cancelled' and r.broadcast_id = b.id and r.status = 'waiting'`,
    [broadcastIds],
  );
}

type Recipient = Pick<Reached, "broadcastId" | "person">;

function takeRecipients(sql: Sql, running: readonly Running[], limit: number): Promise<Recipient[]> {
  return sql.query<Recipient>(
    `select broadcast_id as "broadcastId", person from broadcast_recipient
     where status = 'waiting' and broadcast_id = any ($1)
     order by broadcast_id, person limit $2 for update skip locked`,
    [running.map(({ id }) => id), limit],
  );
}

/** Where each is reached: in the conversation they used last, on a channel that rings where there is one. */
async function findReach(sql: Sql, taken: readonly Recipient[]): Promise<Reached[]> {
  const reached = await sql.query<Reached>(
    `select r.broadcast_id as "broadcastId", r.person, place.id as "conversationId", place.language
     from jsonb_to_recordset($1::jsonb) as t ("broadcastId" integer, person text)
     join broadcast_recipient r on r.broadcast_id = t."broadcastId" and r.person = t.person
     left join lateral (
       select c.id, c.language
       from (
         select id from conversation where speaker = r.username and speaker <> 'citizen'
         union select r.conversation_id
         union select other.id from conversation own join conversation other on other.person_id = own.person_id
               where own.id = r.conversation_id
       ) own
       join conversation c on c.id = own.id
       where c.channel <> 'terminal' and c.unreachable_since is null
       order by c.channel = 'web', c.updated_at desc, c.id desc limit 1
     ) place on true`,
    [JSON.stringify(taken)],
  );
  // In the order of their ids, as a turn locks its own, so that messages of one conversation commit in the order of theirs.
  await sql.query("select from conversation where id = any ($1) order by id for no key update", [
    reached.map(({ conversationId }) => conversationId),
  ]);
  return reached;
}

async function writeMessages(
  sql: Sql,
  running: readonly Running[],
  reached: readonly Reached[],
  compose: ComposeBroadcast,
  now: Date,
): Promise<void> {
  const byId = new Map(running.map((broadcast) => [broadcast.id, broadcast]));
  const messages = reached.map(({ language, ...recipient }) => {
    const broadcast = byId.get(recipient.broadcastId)!;
    return { ...recipient, expiresAt: broadcast.expiresAt, reply: language && compose(broadcast, language) };
  });
  await sql.query(
    `with message as (
       select case when m."conversationId" is not null then nextval(pg_get_serial_sequence('outbox', 'id')) end as outbox_id, m.*
       from jsonb_to_recordset($1::jsonb)
         as m ("broadcastId" integer, person text, "conversationId" bigint, reply jsonb, "expiresAt" timestamptz)
     ), owed as (
       insert into outbox (id, conversation_id, reply, created_at, due_at, expires_at, priority, is_important)
       overriding system value
       select outbox_id, "conversationId", reply, $2, $2, "expiresAt", ${bulk}, false from message where outbox_id is not null
     ), told as (
       update broadcast_recipient r
       set outbox_id = m.outbox_id, status = case when m.outbox_id is null then 'unreachable' else 'written' end
       from message m where r.broadcast_id = m."broadcastId" and r.person = m.person
     )
     select pg_notify('outbox', c.channel || ':' || c.external_id)
     from message m join conversation c on c.id = m."conversationId"`,
    [JSON.stringify(messages), now],
  );
}
