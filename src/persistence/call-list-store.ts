import type { CallList, Untold } from "../conversation/delivery/call-list.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Act } from "../domain/audit/act.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Database } from "./database.ts";

interface UntoldRow extends Omit<Untold, "said"> {
  reply: Reply | null;
  kind: string | null;
}

/** Refused where it was tried last, and not dealt with. */
const untoldMessage = `o.status = 'undeliverable' and o.is_important and o.cleared_at is null and not exists (
  select from outbox later where later.stands_in_for = coalesce(o.stands_in_for, o.id) and later.id > o.id)`;

const callsOf = (column: "outbox_id" | "notice_id", id: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('outcome', call.outcome, 'calledAt', call.called_at,
                                                 'calledBy', coalesce(caller.full_name, call.called_by))
                              order by call.id desc), '[]')
    from call_attempt call left join staff_member caller on caller.username = call.called_by
    where call.${column} = ${id}) as calls`;

/** The call list on PostgreSQL. */
export function createCallList(database: Database): CallList {
  function change(statement: string, values: readonly unknown[], act: Act): Promise<boolean> {
    return database.transaction(async (sql) => {
      const isDone = (await sql.query(`${statement} returning 1`, values)).length > 0;
      if (isDone) await createAuditTrail(sql).record(act);
      return isDone;
    });
  }

  return {
    async read() {
      const rows = await database.query<UntoldRow>(
        `select o.id::text, coalesce(s.full_name, c.external_id) as person, c.channel, o.reason,
                coalesce(s.phone, (select f.sender_phone from feedback f
                                   where f.conversation_id = c.id and f.sender_phone is not null
                                   order by f.id desc limit 1)) as phone,
                coalesce(c.unreachable_since, o.created_at) as since, o.reply, null as kind,
                ${callsOf("outbox_id", "o.id")}
         from outbox o join conversation c on c.id = o.conversation_id
         left join staff_member s on s.username = c.speaker
         where ${untoldMessage}
         union all
         select 'n' || n.id, coalesce(s.full_name, n.recipient ->> 'username', n.recipient ->> 'rung', '?'), null, n.reason,
                s.phone, n.settled_at, null, n.kind, ${callsOf("notice_id", "n.id")}
         from notice n left join staff_member s on s.username = n.recipient ->> 'username'
         where n.status = 'unreachable'
         order by since, id`,
      );
      return rows.map(({ reply, kind, calls, phone, ...row }) => ({
        ...row,
        phone: phone && database.keyring.open(phone, "feedback.sender_phone"),
        said: reply ? { reply } : { notice: kind! },
        calls: calls.map((call) => ({ ...call, calledAt: new Date(call.calledAt) })),
      }));
    },
    retry(id, { at, ...by }) {
      const [statement, key] = onMessage(id)
        ? [
            `with tried as (
               update outbox o set status = 'pending', attempts = 0, reason = null, due_at = $2
               where o.id = $1 and ${untoldMessage} returning conversation_id
             )
             update conversation c set unreachable_since = null, unreachable_reason = null
             from tried where c.id = tried.conversation_id`,
            id,
          ]
        : [
            `update notice set status = 'planned', reason = null, settled_at = null, due_at = $2, expires_at = null
             where id = $1 and status = 'unreachable'`,
            id.slice(1),
          ];
      return change(statement, [key, at], { ...by, at, deed: "delivery-retried", on: subjectOf(id) });
    },
    called(id, outcome, { at, ...by }) {
      const isOver = outcome !== "no-answer";
      const [statement, key] = onMessage(id)
        ? [
            `with called as (
               update outbox o set cleared_at = case when $5 then $2::timestamptz end
               where o.id = $1 and ${untoldMessage} returning id
             )
             insert into call_attempt (outbox_id, outcome, called_at, called_by) select id, $3, $2, $4 from called`,
            id,
          ]
        : [
            `with called as (
               update notice set status = case when $5 then 'handed-over' else status end,
                 reason = case when $5 then 'told by a person' else reason end,
                 settled_at = case when $5 then $2 else settled_at end
               where id = $1 and status = 'unreachable' returning id
             )
             insert into call_attempt (notice_id, outcome, called_at, called_by) select id, $3, $2, $4 from called`,
            id.slice(1),
          ];
      return change(statement, [key, at, outcome, by.by.name, isOver], {
        ...by,
        at,
        deed: "person-called",
        on: subjectOf(id),
        detail: { outcome },
      });
    },
  };
}

function onMessage(id: string): boolean {
  return !id.startsWith("n");
}

function subjectOf(id: string): Act["on"] {
  return onMessage(id) ? { kind: "message", id } : { kind: "notice", id: id.slice(1) };
}
