import type {
  ChannelStanding,
  DeliveryBoard,
  PlatformQuota,
  Reached,
} from "../conversation/delivery/delivery-board.ts";
import type { Sql } from "./database.ts";
import { readDeliveries } from "./delivery-history.ts";
import { foldedSql, foldWord } from "./fold-words.ts";

/** A person on a channel, as far as PostgreSQL knows; until when Zalo's window is open, others reckon. */
export type ReachedRow = Omit<Reached, "window"> & {
  zaloHeardAt: Date | null;
  freeReplies: number | null;
};

/** Rooms that a person keeps open beside the channels that reach them. */
const isOfPlatform = "c.channel <> 'terminal'";

/**
 * Members of staff who left are told nothing any more. What names a browser's conversation opens it: it is shown to nobody.
 */
const people = `
  select c.id, coalesce(s.username, 'conversation:' || c.id) as person, c.person_id, s.full_name, u.name as unit_name,
         s.phone, c.channel, case when c.channel <> 'web' then c.external_id end as external_id, c.unreachable_since, c.unreachable_reason, c.updated_at
  from conversation c
  left join staff_member s on s.username = c.speaker left join unit u on u.id = s.unit_id
  where ${isOfPlatform}
  union all
  select null, s.username, null, s.full_name, u.name, s.phone, null, null, null, null, null
  from staff_member s join unit u on u.id = s.unit_id
  where s.left_at is null
    and not exists (select from conversation c where c.speaker = s.username and ${isOfPlatform})`;

const columns = `
  p.person, p.full_name as "fullName", p.unit_name as "unitName", p.phone, p.channel, p.external_id as "conversationId",
  p.unreachable_since as "unreachableSince", p.unreachable_reason as "unreachableReason", p.updated_at as "heardAt",
  (select o.sent_at from outbox o where o.conversation_id = p.id and o.status = 'sent' order by o.id desc limit 1) as "sentAt",
  (select count(*)::int from outbox o where o.conversation_id = p.id and o.status in ('pending', 'sending')) as waiting,
  z.last_interaction_at as "zaloHeardAt", z.free_replies_left as "freeReplies"`;

const withZalo = "left join zalo_reach z on p.channel = 'zalo' and z.user_id = p.external_id";

/** How delivery stands, on PostgreSQL. `withWindow` adds what a platform's rules make of it. */
export function createDeliveryBoard(
  sql: Sql,
  withWindow: (row: Pick<ReachedRow, "zaloHeardAt" | "freeReplies">) => Reached["window"],
): DeliveryBoard {
  const reached = ({ zaloHeardAt, freeReplies, ...row }: ReachedRow): Reached => ({
    ...row,
    window: withWindow({ zaloHeardAt, freeReplies }),
  });
  return {
    channels: (now) =>
      sql.query<ChannelStanding>(
        `select c.channel, count(*)::int as people, count(c.unreachable_since)::int as unreachable,
                coalesce(sum(waiting.count), 0)::int as waiting, min(waiting.oldest) as "oldestDueAt",
                coalesce(sum(day.sent), 0)::int as sent, coalesce(sum(day.undeliverable), 0)::int as undeliverable
         from conversation c
         left join (
           select conversation_id, count(*) as count, min(due_at) filter (where due_at <= $1) as oldest
           from outbox where status in ('pending', 'sending') group by conversation_id
         ) waiting on waiting.conversation_id = c.id
         left join (
           select conversation_id, count(*) filter (where status = 'sent') as sent,
                  count(*) filter (where status = 'undeliverable') as undeliverable
           from outbox where created_at > $1::timestamptz - interval '24 hours' group by conversation_id
         ) day on day.conversation_id = c.id
         where ${isOfPlatform} group by c.channel order by count(*) desc, c.channel`,
        [now],
      ),
    quotas: () =>
      sql.query<PlatformQuota>(
        `select kind, remaining, total, told_at as "toldAt" from zalo_quota order by kind`,
      ),
    async people({ words, show }, { limit, offset }) {
      const rows = await sql.query<ReachedRow>(
        `select ${columns} from (
           select * from (${people}) everyone
           where ($2 = 'all' or ($2 = 'staff' and full_name is not null)
                  or ($2 = 'unreachable' and (unreachable_since is not null or channel is null)))
             and not exists (
               select from unnest($1::text[]) word
               where position(word in ${foldedSql("concat_ws(' ', person, full_name, unit_name, external_id)")}) = 0)
           order by updated_at desc nulls last, person limit $3 offset $4
         ) p ${withZalo} order by p.updated_at desc nulls last, p.person`,
        [words.map(foldWord), show, limit, offset],
      );
      return rows.map(reached);
    },
    async channelsOf(person) {
      const rows = await sql.query<ReachedRow>(
        `with everyone as (${people}), named as (
           select * from everyone where person = $1
         )
         select ${columns} from everyone p ${withZalo}
         where exists (
           select from named n where n.id is not distinct from p.id and n.person = p.person or n.person_id = p.person_id)
         order by p.updated_at desc nulls last`,
        [person],
      );
      return rows.map(reached);
    },
    deliveriesOf: (person, limit) => readDeliveries(sql, person, limit),
  };
}
