import type { Sql } from "./database.ts";

interface MeasureRow {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Recent rows are those with the highest ids: a scrape must not read the whole history. */
const recentOutbox = "(select * from outbox order by id desc limit 20000)";
const recentInbound = "(select * from inbound_message order by id desc limit 20000)";

/**
 * How the service stands, as PostgreSQL knows it: `name` and `labels` as the metrics page lists them. Throws
 * StoreUnavailableError.
 */
export async function readMeasures<Row extends MeasureRow>(sql: Sql, now: Date): Promise<Row[]> {
  return sql.query<Row>(
    `with waiting as (
       select c.channel, o.priority, o.due_at from outbox o join conversation c on c.id = o.conversation_id
       where o.status in ('pending', 'sending')
     ), answered as (
       select extract(epoch from o.sent_at - m.received_at)::float as seconds
       from ${recentOutbox} o join inbound_message m on m.id = o.inbound_id
       where o.sent_at > $1::timestamptz - interval '5 minutes'
     )
     select 'outbox_waiting' as name, jsonb_build_object('channel', channel, 'priority', priority::text) as labels,
            count(*)::float as value
     from waiting group by channel, priority
     union all
     select 'outbox_oldest_waiting_seconds', jsonb_build_object('channel', channel),
            greatest(0, extract(epoch from $1 - min(due_at)))::float
     from waiting group by channel
     union all
     select 'deliveries_last_hour',
            jsonb_build_object('channel', c.channel, 'status', o.status, 'reason', split_part(coalesce(o.reason, ''), ' (', 1)),
            count(*)::float
     from ${recentOutbox} o join conversation c on c.id = o.conversation_id
     where o.created_at > $1::timestamptz - interval '1 hour'
     group by c.channel, o.status, split_part(coalesce(o.reason, ''), ' (', 1)
     union all
     select 'answer_seconds', jsonb_build_object('quantile', q::text), percentile_cont(q) within group (order by seconds)
     from answered, unnest(array[0.5, 0.99]) as q group by q
     union all
     select 'turns_last_hour', jsonb_build_object('channel', c.channel, 'failed', (m.failure is not null)::text), count(*)::float
     from ${recentInbound} m join conversation c on c.id = m.conversation_id
     where m.received_at > $1::timestamptz - interval '1 hour'
     group by c.channel, m.failure is not null
     union all
     select 'unreachable_conversations', jsonb_build_object('channel', channel), count(*)::float
     from conversation where unreachable_since is not null group by channel
     union all
     select 'notices_due', '{}', count(*)::float from notice where status = 'planned' and due_at <= $1
     union all
     select 'job_silent_seconds', jsonb_build_object('job', job), extract(epoch from $1 - succeeded_at)::float
     from job_run where succeeded_at is not null
     union all
     select 'zalo_quota_remaining', jsonb_build_object('kind', kind), remaining::float from zalo_quota`,
    [now],
  );
}
