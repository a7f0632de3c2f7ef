import type {
  Audience,
  BroadcastAct,
  BroadcastBoard,
  BroadcastProgress,
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
    start: ({ audience, text, expiresAt }, act) =>
      database.transaction(async (sql) => {
        const [broadcast] = await sql.query<{ id: number }>(
          "insert into broadcast (audience, text, created_at, expires_at) values ($1, $2, $3, $4) returning id",
          [JSON.stringify(audience), text, act.at, expiresAt],
        );
        const { id } = broadcast!;
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
        `select b.id, b.audience, b.text, b.status, b.created_at as "createdAt", b.expires_at as "expiresAt", counts.*
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

/** Fixes whom it is for; returns how many people they are. */
async function noteRecipients(sql: Sql, id: number, audience: Audience): Promise<number> {
  const noted = await sql.query(
    audience.kind === "followers"
      ? `insert into broadcast_recipient (broadcast_id, person, conversation_id)
         select distinct on (person) $1, person, id
         from (
           select c.*, coalesce('person:' || c.person_id, 'staff:' || nullif(c.speaker, 'citizen'),
                                'conversation:' || c.id) as person
           from dossier_follow f join dossier d on d.id = f.dossier_id join conversation c on c.id = f.conversation_id
           where $2::text is null or d.code = $2
         ) follower
         order by person, updated_at desc returning 1`
      : `with recursive within as (
           select id from unit where code = $2
           union all select u.id from unit u join within on u.parent_id = within.id
         )
         insert into broadcast_recipient (broadcast_id, person, username)
         select $1, 'staff:' || username, username from staff_member
         where left_at is null and ($2::text is null or unit_id in (select id from within)) returning 1`,
    [id, narrowTo(audience)],
  );
  return noted.length;
}

/** The one dossier or unit whose people are meant; null when all are. */
function narrowTo(audience: Audience): string | null {
  return audience.kind === "followers"
    ? (audience.dossierCode ?? null)
    : audience.kind === "unit"
      ? audience.unitCode
      : null;
}
