import type {
  FollowedApology,
  FollowedChange,
  FollowedDeadline,
  FollowerStore,
  FollowingProgress,
} from "../domain/dossiers/tell-followers.ts";
import type { Sql } from "./database.ts";
import { dossierWorkedToAt } from "./due-instants.ts";

/** Says nothing of who it is: it stays in the keys of notices. */
const personName = "coalesce('person:' || c.person_id, 'conversation:' || c.id)";

/**
 * Everyone who follows dossier `d`, one row a person: told where they asked for it, and of these conversations in the one
 * that reaches them, with no page to be opened first, and that they used last.
 */
const followersOfDossier = `(
  select distinct on (${personName}) ${personName} as person, c.id as conversation_id,
         min(f.after_event_id) over own as after_event_id, min(f.followed_at) over own as followed_at,
         (select coalesce(array_agg(distinct o.kind), '{}') from follow_opt_out o where o.conversation_id in (
            select c.id union select other.id from conversation other where other.person_id = c.person_id)) as unwanted
  from dossier_follow f join conversation c on c.id = f.conversation_id
  where f.dossier_id = d.id
  window own as (partition by ${personName})
  order by ${personName}, c.unreachable_since is not null, c.channel = 'web', c.updated_at desc)`;

const followedBy = `d.id as "dossierId", d.code, u.name as "unitName", p.fee as "procedureFee",
  d.is_demonstration as "isDemonstration", follower.person, follower.conversation_id as "conversationId", follower.unwanted`;

const itsFollowers = `join procedure p on p.id = d.procedure_id join unit u on u.id = d.unit_id
  cross join lateral ${followersOfDossier} follower`;

/** What followers are told from, on PostgreSQL. */
export function createFollowerStore(sql: Sql): FollowerStore {
  return {
    async holdProgress() {
      const [progress] = await sql.query<FollowingProgress>(
        `select event_id as "eventId", told_at as "toldAt" from following_progress for update`,
      );
      return progress!;
    },
    async keepProgress({ eventId, toldAt }) {
      await sql.query("update following_progress set event_id = $1, told_at = $2", [eventId, toldAt]);
    },
    async changesAfter(eventId, limit) {
      const [read] = await sql.query<{ eventId: string | null; count: number }>(
        `select max(id) as "eventId", count(*)::int as count
         from (select id from dossier_event where id > $1 order by id limit $2) next`,
        [eventId, limit],
      );
      const until = read!.eventId ?? eventId;
      return { changes: await readChanges(sql, eventId, until), eventId: until, isAll: read!.count < limit };
    },
    apologiesSince: (at) =>
      sql.query<FollowedApology>(
        `select ${followedBy}, d.status, given.reason, given.new_due_on as "newDueOn"
         from dossier_apology given join dossier d on d.id = given.dossier_id ${itsFollowers}
         where given.given_at > coalesce($1, '-infinity'::timestamptz) and given.given_at > follower.followed_at
         order by given.given_at, d.id`,
        [at],
      ),
    dueBetween: (from, to) =>
      sql.query<FollowedDeadline>(
        `select ${followedBy}, d.status, ${dossierWorkedToAt} as "dueAt", given.dossier_id is not null as "isApologised"
         from (
           select id from dossier
           where is_counted and resolved_at is null and due_on between coalesce($1, '-infinity'::date) and $2
           union
           select dossier_id from dossier_apology where new_due_on between coalesce($1, '-infinity'::date) and $2
         ) near
         join dossier d on d.id = near.id and d.is_counted and d.resolved_at is null
         left join dossier_apology given on given.dossier_id = d.id
         ${itsFollowers}
         where coalesce(given.new_due_on, d.due_on) between coalesce($1, '-infinity'::date) and $2
           and follower.followed_at <= ${dossierWorkedToAt}
         order by "dueAt", d.id`,
        [from, to],
      ),
  };
}

/** What the events of followed dossiers after one and up to another came to for each follower, in their order. */
function readChanges(sql: Sql, after: string, until: string): Promise<FollowedChange[]> {
  return sql.query<FollowedChange>(
    `select ${followedBy}, news."fromStatus", news."toStatus", news."happenedAt", news."dueAt",
            (select e.due_at from dossier_event e where e.dossier_id = d.id and e.id < news.first_id
             order by e.id desc limit 1) as "earlierDueAt"
     from (
       select distinct e.dossier_id as id from dossier_event e
       where e.id > $1 and e.id <= $2 and exists (select from dossier_follow f where f.dossier_id = e.dossier_id)
     ) touched
     join dossier d on d.id = touched.id
     ${itsFollowers}
     cross join lateral (
       select min(e.id) as first_id, max(e.id) as last_id, (array_agg(e.from_status order by e.id))[1] as "fromStatus",
              (array_agg(e.to_status order by e.id desc))[1] as "toStatus",
              (array_agg(e.happened_at order by e.id desc))[1] as "happenedAt",
              (array_agg(e.due_at order by e.id desc))[1] as "dueAt"
       from dossier_event e
       where e.dossier_id = d.id and e.id > greatest($1, follower.after_event_id) and e.id <= $2
       having count(*) > 0
     ) news
     order by news.last_id, follower.conversation_id`,
    [after, until],
  );
}
