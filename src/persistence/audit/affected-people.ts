import type { Sql } from "../database.ts";

/** What was to be seen of one matter, and whose it is. */
export interface AffectedPerson {
  kind: "case" | "dossier";
  code: string;
  name: string | null;
  phone: string | null;
  /** Where the assistant reaches them; null: nowhere. */
  channel: string | null;
  /** How often it was shown or worked on, from when to when, and by whom. */
  times: number;
  firstAt: Date;
  lastAt: Date;
  actors: string[];
}

/** Something that may have held everybody's: an export, a report, a backup. */
export interface BulkDisclosure {
  happenedAt: Date;
  actor: string;
  deed: string;
  subject: string;
}

/** Bounds of a breach: from one instant until before another, by one account or by anybody. */
export interface BreachBounds {
  from: Date;
  to: Date;
  actor?: string | undefined;
}

const within = `
  a.happened_at >= $1 and a.happened_at < $2 and a.actor_kind in ('staff', 'operator')
  and ($3::text is null or a.actor = $3)`;

/** Everybody whose matter somebody at the agency saw or worked on, as the audit knows. */
export async function findAffected(sql: Sql, { from, to, actor }: BreachBounds): Promise<AffectedPerson[]> {
  const found = await sql.query<AffectedPerson>(
    `with seen as (
       select a.happened_at, a.actor, segment as code
       from audit_act a cross join lateral unnest(string_to_array(upper(a.subject), '/')) as segment
       where ${within} and a.subject_kind in ('page', 'case', 'dossier')
     ), matter as (
       select 'case' as kind, f.code, f.sender_name as name, f.sender_phone as phone, c.channel
       from feedback f left join conversation c on c.id = f.conversation_id
       union all select 'dossier', d.code, d.applicant_name, d.applicant_phone, null from dossier d
     )
     select m.kind, m.code, m.name, m.phone, m.channel, count(*)::int as times, min(seen.happened_at) as "firstAt",
            max(seen.happened_at) as "lastAt", array_agg(distinct seen.actor order by seen.actor) as actors
     from seen join matter m on m.code = seen.code
     group by m.kind, m.code, m.name, m.phone, m.channel order by m.kind, m.code`,
    [from, to, actor ?? null],
  );
  return found.map(({ name, phone, ...seen }) => ({
    ...seen,
    name: name && sql.keyring.open(name, "feedback.sender_name"),
    phone:
      phone &&
      sql.keyring.open(phone, seen.kind === "case" ? "feedback.sender_phone" : "dossier.applicant_phone"),
  }));
}

/** What left in bulk in that time: of whom is in the files themselves. */
export function findBulkDisclosures(sql: Sql, { from, to, actor }: BreachBounds): Promise<BulkDisclosure[]> {
  return sql.query(
    `select a.happened_at as "happenedAt", a.actor, a.deed, a.subject from audit_act a
     where ${within} and a.deed in ('list-exported', 'report-exported', 'backup-written')
     order by a.happened_at, a.id`,
    [from, to, actor ?? null],
  );
}
