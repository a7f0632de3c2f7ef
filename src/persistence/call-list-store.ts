import type { CallList, Untold } from "../conversation/delivery/call-list.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Sql } from "./database.ts";

interface UntoldRow extends Omit<Untold, "said"> {
  reply: Reply | null;
  kind: string | null;
}

/** Refused where it was tried last, and not dealt with. */
const untoldMessage = `o.status = 'undeliverable' and o.is_important and o.cleared_at is null and not exists (
  select from outbox later where later.stands_in_for = coalesce(o.stands_in_for, o.id) and later.id > o.id)`;

/** The call list on PostgreSQL. */
export function createCallList(sql: Sql): CallList {
  async function changed(text: string, values: readonly unknown[]): Promise<boolean> {
    return (await sql.query(`${text} returning 1`, values)).length > 0;
  }

  return {
    async read() {
      const rows = await sql.query<UntoldRow>(
        `select o.id::text, coalesce(s.full_name, c.external_id) as person, c.channel, o.reason,
                coalesce(s.phone, (select f.sender_phone from feedback f
                                   where f.conversation_id = c.id and f.sender_phone is not null
                                   order by f.id desc limit 1)) as phone,
                coalesce(c.unreachable_since, o.created_at) as since, o.reply, null as kind
         from outbox o join conversation c on c.id = o.conversation_id
         left join staff_member s on s.username = c.speaker
         where ${untoldMessage}
         union all
         select 'n' || n.id, coalesce(s.full_name, n.recipient ->> 'username', n.recipient ->> 'rung', '?'), null, n.reason,
                s.phone, n.settled_at, null, n.kind
         from notice n left join staff_member s on s.username = n.recipient ->> 'username'
         where n.status = 'unreachable'
         order by since, id`,
      );
      return rows.map(({ reply, kind, ...row }) => ({ ...row, said: reply ? { reply } : { notice: kind! } }));
    },
    retry: (id, now) =>
      onMessage(id)
        ? changed(
            `with tried as (
               update outbox o set status = 'pending', attempts = 0, reason = null, due_at = $2
               where o.id = $1 and ${untoldMessage} returning conversation_id
             )
             update conversation c set unreachable_since = null, unreachable_reason = null
             from tried where c.id = tried.conversation_id`,
            [id, now],
          )
        : changed(
            `update notice set status = 'planned', reason = null, settled_at = null, due_at = $2, expires_at = null
             where id = $1 and status = 'unreachable'`,
            [id.slice(1), now],
          ),
    clear: (id, now) =>
      onMessage(id)
        ? changed(`update outbox o set cleared_at = $2 where o.id = $1 and ${untoldMessage}`, [id, now])
        : changed(
            `update notice set status = 'handed-over', reason = 'told by a person', settled_at = $2
             where id = $1 and status = 'unreachable'`,
            [id.slice(1), now],
          ),
  };
}

function onMessage(id: string): boolean {
  return !id.startsWith("n");
}
