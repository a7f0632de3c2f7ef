import type { Sql } from "../database.ts";

/** Which acts are asked for; whatever is left out is any. */
export interface ActsAsked {
  from?: Date | undefined;
  to?: Date | undefined;
  actor?: string | undefined;
  /** The deed, or the beginning of it. */
  deed?: string | undefined;
  subject?: string | undefined;
  limit: number;
}

export interface ListedAct {
  id: string;
  happenedAt: Date;
  actorKind: string;
  actor: string;
  deed: string;
  subjectKind: string;
  subject: string;
  channel: string;
  detail: Record<string, unknown>;
  /** Null until it is in the chain. */
  place: string | null;
}

/** The newest acts first. */
export function listActs(
  sql: Sql,
  { from, to, actor, deed, subject, limit }: ActsAsked,
): Promise<ListedAct[]> {
  return sql.query(
    `select a.id, a.happened_at as "happenedAt", a.actor_kind as "actorKind", a.actor, a.deed,
            a.subject_kind as "subjectKind", a.subject, a.channel, a.detail, s.place
     from audit_act a left join audit_seal s on s.act_id = a.id
     where ($1::timestamptz is null or a.happened_at >= $1) and ($2::timestamptz is null or a.happened_at < $2)
       and ($3::text is null or a.actor = $3) and ($4::text is null or starts_with(a.deed, $4))
       and ($5::text is null or a.subject = $5)
     order by a.happened_at desc, a.id desc limit $6`,
    [from ?? null, to ?? null, actor ?? null, deed ?? null, subject ?? null, limit],
  );
}
