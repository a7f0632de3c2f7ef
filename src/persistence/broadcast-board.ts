import type {
  Audience,
  BroadcastAct,
  BroadcastBoard,
  BroadcastProgress,
  BroadcastStart,
} from "../conversation/broadcasts/broadcast-board.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import { takeBackUnsent } from "./broadcast-desk.ts";
import type { Database, Sql } from "./database.ts";

/** Broadcasts as an operator sees them, on PostgreSQL. */
export function createBroadcastBoard(database: Database): BroadcastBoard {
  /** Waits for workers that are writing some of it just now, so that theirs is taken back as well. */
  async function stop(
    id: number,
    status: "paused" | "cancelled",
    from: readonly string[],
    act: BroadcastAct,
  ): Promise<boolean> {
    const isStopped = await changed(id, status, from, act);
    if (isStopped) await takeBackUnsent(database, [id]);
    return isStopped;
  }

  function changed(
    id: number,
    status: "running" | "paused" | "cancelled",
    from: readonly string[],
    act: BroadcastAct,
  ): Promise<boolean> {
    return database.transaction(async (sql) => {
      const rows = await sql.query(
        "update broadcast set status = $2 where id = $1 and status = any ($3) returning 1",
        [id, status, from],
      );
      const deed = status === "running" ? "broadcast-resumed" : (`broadcast-${status}` as const);
      if (rows.length)
        await createAuditTrail(sql).record({ ...act, deed, on: { kind: "broadcast", id: String(id) } });
      return rows.length > 0;
    });
  }

  return {
    async count(audience) {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::int as count from (${recipientsOf(audience)}) recipient`,
        [narrowTo(audience)],
      );
      return row!.count;
    },
    start: ({ audience, text, expiresAt }, act, key) =>
      database.transaction(async (sql) => {
        const [broadcast] = await sql.query<{ id: number }>(
          `insert into broadcast (audience, text, created_at, expires_at, key, started_by) values ($1, $2, $3, $4, $5, $6)
           on conflict (key) do nothing returning id`,
          [JSON.stringify(audience), text, act.at, expiresAt, key ?? null, act.by.name],
        );
        if (!broadcast) return findStarted(sql, key!);
        const { id } = broadcast;
        const total = await noteRecipients(sql, id, audience);
        if (total === 0) {
          await sql.query("delete from broadcast where id = $1", [id]);
          return { kind: "nobody" };
        }
        await createAuditTrail(sql).record({
          ...act,
          deed: "broadcast-started",
          on: { kind: "broadcast", id: String(id) },
          detail: { audience, total, text },
        });
        return { kind: "started", id, total };
      }),
    list: () =>
      database.query<BroadcastProgress>(
        `select b.id, b.audience, b.text, b.status, b.created_at as "createdAt", b.expires_at as "expiresAt",
                b.started_by as "startedBy", counts.*
         from broadcast b cross join lateral (
           select count(*)::int as total,
                  count(*) filter (where r.status = 'written')::int as written,
                  count(*) filter (where o.status = 'sent')::int as sent,
                  count(*) filter (where r.status = 'unreachable' or o.status = 'undeliverable')::int as undeliverable,
                  count(*) filter (where r.status = 'expired' or o.status = 'expired')::int as expired
           from broadcast_recipient r left join outbox o on o.id = r.outbox_id where r.broadcast_id = b.id
         ) counts
         order by b.id desc`,
      ),
    pause: (id, act) => stop(id, "paused", ["running"], act),
    resume: (id, act) => changed(id, "running", ["paused"], act),
    cancel: (id, act) => stop(id, "cancelled", ["running", "paused"], act),
  };
}

/** What the same order began before. */
async function findStarted(sql: Sql, key: string): Promise<BroadcastStart> {
  const [row] = await sql.query<{ id: number; total: number }>(
    `select b.id, (select count(*)::int from broadcast_recipient r where r.broadcast_id = b.id) as total
     from broadcast b where b.key = $1`,
    [key],
  );
  return { kind: "started", ...row! };
}

/** Fixes whom it is for; returns how many people they are. */
async function noteRecipients(sql: Sql, id: number, audience: Audience): Promise<number> {
  const noted = await sql.query(
    `insert into broadcast_recipient (broadcast_id, person, conversation_id, username)
     select $2, person, conversation_id, username from (${recipientsOf(audience)}) recipient returning 1`,
    [narrowTo(audience), id],
  );
  return noted.length;
}

/** Whom it is for, each once; $1 narrows it. */
function recipientsOf(audience: Audience): string {
  return audience.kind === "followers"
    ? `select distinct on (person) person, id as conversation_id, null::text as username
       from (
         select c.*, coalesce('person:' || c.person_id, 'staff:' || nullif(c.speaker, 'citizen'),
                              'conversation:' || c.id) as person
         from dossier_follow f join dossier d on d.id = f.dossier_id join conversation c on c.id = f.conversation_id
         where $1::text is null or d.code = $1
       ) follower
       order by person, updated_at desc`
    : `with recursive within as (
         select id from unit where code = $1
         union all select u.id from unit u join within on u.parent_id = within.id
       )
       select 'staff:' || username as person, null::bigint as conversation_id, username from staff_member
       where left_at is null and ($1::text is null or unit_id in (select id from within))`;
}

/** The one dossier or unit whose people are meant; null when all are. */
function narrowTo(audience: Audience): string | null {
  return audience.kind === "followers"
    ? (audience.dossierCode ?? null)
    : audience.kind === "unit"
      ? audience.unitCode
      : null;
}
