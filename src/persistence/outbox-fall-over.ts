import type { Refusal } from "../conversation/delivery/outbox-store.ts";
import type { Database, Sql } from "./database.ts";
import { lease } from "./outbox-lease.ts";

interface Refused {
  conversation_id: string;
  root_id: string;
  is_important: boolean;
}

/** Whoever speaks as the same member of staff, or was joined to the same person, is the same one. */
const samePerson = `(c.speaker = own.speaker and own.speaker <> 'citizen' or c.person_id = own.person_id)`;

/** Nobody is called to these: what is said there waits until somebody comes by. */
const mailboxes = "('web', 'terminal')";

/**
 * Settles one message as undeliverable and, when it is important, has it go out in the conversation that the person used
 * last of those where it was not tried yet; returns its id there.
 */
export function markUndeliverable(
  database: Database,
  outboxId: string,
  { reason, isUnreachable }: Refusal,
  now: Date,
): Promise<string | undefined> {
  return database.transaction(async (sql) => {
    const [refused] = await sql.query<Refused>(
      `select conversation_id, coalesce(stands_in_for, id) as root_id, is_important from outbox where id = $1`,
      [outboxId],
    );
    const elsewhere = refused!.is_important ? await findElsewhere(sql, refused!) : undefined;
    // In the order of their ids, as everyone locks them, so that two people's messages cannot lock each other out.
    await sql.query("select from conversation where id = any ($1) order by id for no key update", [
      [refused!.conversation_id, ...(elsewhere === undefined ? [] : [elsewhere])],
    ]);
    await sql.query(
      `with settled as (update outbox set status = 'undeliverable', reason = $2 where id = $1)
       update conversation
       set delivery_leased_until = $3::timestamptz + ${lease},
           unreachable_since = case when $4 then coalesce(unreachable_since, $3) else unreachable_since end,
           unreachable_reason = case when $4 then $2 else unreachable_reason end
       where id = $5`,
      [outboxId, reason, now, isUnreachable, refused!.conversation_id],
    );
    return elsewhere === undefined ? undefined : copyTo(sql, outboxId, elsewhere, refused!.root_id, now);
  });
}

async function findElsewhere(sql: Sql, { conversation_id, root_id }: Refused): Promise<string | undefined> {
  const [found] = await sql.query<{ id: string }>(
    `select c.id
     from conversation own join conversation c on c.id <> own.id and ${samePerson}
     where own.id = $1 and c.unreachable_since is null and c.channel not in ${mailboxes}
       and not exists (
         select from outbox tried where tried.conversation_id = c.id and $2 in (tried.id, tried.stands_in_for)
       )
     order by c.updated_at desc, c.id desc limit 1`,
    [conversation_id, root_id],
  );
  return found?.id;
}

async function copyTo(
  sql: Sql,
  outboxId: string,
  conversationId: string,
  rootId: string,
  now: Date,
): Promise<string> {
  const [copy] = await sql.query<{ id: string }>(
    `insert into outbox (conversation_id, reply, priority, is_important, expires_at, created_at, due_at, stands_in_for)
     select $2, reply, priority, is_important, expires_at, $4, $4, $3 from outbox where id = $1
     returning id`,
    [outboxId, conversationId, rootId, now],
  );
  return copy!.id;
}
