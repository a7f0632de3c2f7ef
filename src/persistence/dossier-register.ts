import {
  isByTimeLeft,
  type DossierRegister,
  type RegisteredDossier,
  type RegisterFilter,
  type RegisterState,
} from "../domain/dossiers/dossier-register.ts";
import type { Sql } from "./database.ts";
import { foldedSql, foldWord } from "./fold-words.ts";
import { isOwn, isReached, isReachedUnit, postsOf } from "./staff-reach.ts";

const open = "(d.resolved_at is null and d.is_counted)";
const paused = "d.status in ('awaiting-papers', 'awaiting-fee')";

/** $12 today, $13 the last day that is soon. */
const states: Record<RegisterState, string> = {
  open,
  late: `${open} and not ${paused} and d.due_on < $12::date`,
  today: `${open} and not ${paused} and d.due_on = $12::date`,
  soon: `${open} and not ${paused} and d.due_on > $12::date and d.due_on <= $13::date`,
  waiting: `${open} and ${paused}`,
  "no-due-date": `${open} and d.due_on is null`,
  ended: "d.resolved_at is not null and d.is_counted",
  all: "true",
};

/** Words looked for, each with the procedures that are called so. */
const hits = `
  with hits as materialized (
    select word, array(
      select id from procedure
      where position(word in ${foldedSql("code || ' ' || name || ' ' || coalesce(also_called, '')")}) > 0
    ) as procedures
    from unnest($6::text[]) word
  )`;

/** $1–$4 whose eyes, $5 own only, $6 words, $7 codes, $8 status, $9 unit, $10 and $11 due days; $12 and $13 as above. */
const conditions = (state: RegisterState) => `
  ${states[state]} and ${isReached("d")} and (not $5::boolean or ${isOwn("d")})
  and not exists (select from hits where position(word in d.search_text) = 0 and d.procedure_id <> all(procedures))
  and ($7::text[] is null or d.code = any($7)) and ($8::text is null or d.status = $8)
  and ($9::text is null or d.unit_id in (
    with recursive below as (
      select id from unit where code = $9
      union select child.id from unit child join below on child.parent_id = below.id
    ) select id from below))
  and ($10::date is null or d.due_on >= $10) and ($11::date is null or d.due_on <= $11)
  and $12::date is not null and $13::date is not null`;

/** The dossiers as staff look for them, on PostgreSQL. */
export function createDossierRegister(sql: Sql): DossierRegister {
  return {
    list(filter, { after, limit }) {
      const [at, direction, compare] = isByTimeLeft(filter.state)
        ? ["coalesce(d.due_at, 'infinity'::timestamptz)", "asc", ">"]
        : ["coalesce(d.received_at, '-infinity'::timestamptz)", "desc", "<"];
      const unknown = direction === "asc" ? "infinity" : "-infinity";
      return sql.query<RegisteredDossier>(
        `${hits}
         select d.id::text, d.code, p.name as "procedureName", u.name as "unitName", d.status,
                d.received_at as "receivedAt", d.due_at as "dueAt", d.due_on as "dueOn", d.resolved_on as "resolvedOn",
                d.applicant_name as "applicantName", d.is_demonstration as "isDemonstration",
                s.full_name as "officerName"
         from dossier d join procedure p on p.id = d.procedure_id join unit u on u.id = d.unit_id
         left join staff_member s on s.id = d.officer_id
         where ${conditions(filter.state)}
           and ($14::bigint is null or (${at}, d.id) ${compare} (coalesce($15::timestamptz, '${unknown}'), $14))
         order by ${at} ${direction}, d.id ${direction} limit $16`,
        [...valuesOf(filter), after?.id ?? null, after?.at ?? null, limit],
      );
    },
    async count(filter, most) {
      const [row] = await sql.query<{ count: number }>(
        `${hits} select count(*)::int from (select from dossier d where ${conditions(filter.state)} limit $14) found`,
        [...valuesOf(filter), most],
      );
      return row!.count;
    },
    units: (staff) =>
      sql.query(
        `select code, name from unit where ${isReachedUnit} and $1::text[] is not null order by code`,
        [...postsOf(staff)],
      ),
    async followers(code) {
      const [row] = await sql.query<{ count: number }>(
        `select count(distinct coalesce(-c.person_id, c.id))::int
         from dossier_follow f join dossier d on d.id = f.dossier_id join conversation c on c.id = f.conversation_id
         where d.code = $1`,
        [code],
      );
      return row!.count;
    },
  };
}

function valuesOf(filter: RegisterFilter): unknown[] {
  const { staff, isOwnOnly, words, codes, status, unitCode, dueFrom, dueTo, days } = filter;
  return [
    ...postsOf(staff),
    isOwnOnly,
    words.map(foldWord),
    codes ?? null,
    status ?? null,
    unitCode ?? null,
    dueFrom ?? null,
    dueTo ?? null,
    days.today,
    days.until,
  ];
}
