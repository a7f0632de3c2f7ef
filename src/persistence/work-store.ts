import type {
  AssignmentWork,
  DossierWork,
  Room,
  WorkCounts,
  WorkItem,
  WorkStore,
} from "../domain/work/work-store.ts";
import { assignmentDueAt } from "./due-instants.ts";
import type { Sql } from "./database.ts";
import { isReached, postsOf } from "./staff-reach.ts";
import { isGrouped, openStatuses, pausedStatuses, runningStatuses, unitPathOf } from "./feedback-rows.ts";

/** Open work of all three kinds that has a deadline. */
const open = `
  select 'feedback' as kind, f.code, f.content as title, f.is_to_accept,
         case when f.is_to_accept then least(f.accept_due_at, f.due_at) else f.due_at end as due_at,
         f.status in ${pausedStatuses} as is_waiting, f.officer_id, f.unit_id
  from (select *, accepted_at is null and status in ${runningStatuses} as is_to_accept from feedback) f
  where f.status in ${openStatuses} and f.due_at is not null and not ${isGrouped("f")}
  union all
  select 'dossier', d.code, p.name, false, d.due_at, d.status in ('awaiting-papers', 'awaiting-fee'), d.officer_id, d.unit_id
  from dossier d join procedure p on p.id = d.procedure_id
  where d.resolved_at is null and d.is_counted and d.due_at is not null
  union all
  select 'assignment', a.code, a.content, false, ${assignmentDueAt}, false, a.officer_id, a.unit_id
  from assignment a where a.done_on is null`;

/** The person with this name, and everyone whose substitute they are today. */
const ownStaff = `
  select id from staff_member where username = $3
  union
  select s.id from staff_member s join staff_member b on b.id = s.substitute_id
  where b.username = $3 and $2::date between s.away_from and s.away_until`;

const below = `
  with recursive scope as (
    select id from unit where code = $3
    union select child.id from unit child join scope on child.parent_id = scope.id
  ) select id from scope`;

/** What officers work on, on PostgreSQL. */
export function createWorkStore(sql: Sql): WorkStore {
  return {
    async list(scope, { today, until }, { limit, offset, isAll }) {
      const condition = scope.kind === "own" ? `officer_id in (${ownStaff})` : `unit_id in (${below})`;
      const [row] = await sql.query<WorkCounts & { items: RawItem[] }>(
        `with mine as materialized (
           select *, (due_at at time zone interval '7 hours')::date as due_on from (${open}) work where ${condition}
         )
         select count(*) filter (where not is_waiting and due_on < $2)::int as late,
                count(*) filter (where not is_waiting and due_on = $2)::int as today,
                count(*) filter (where not is_waiting and due_on > $2 and due_on <= $1)::int as soon,
                count(*) filter (where is_waiting and due_on <= $1)::int as waiting,
                count(*) filter (where due_on > $1)::int as later,
                coalesce((select json_agg(page) from (
                  select m.kind, m.code, m.title, m.due_at, m.due_on, m.is_to_accept, m.is_waiting, s.full_name, u.name as unit_name
                  from mine m left join staff_member s on s.id = m.officer_id left join unit u on u.id = m.unit_id
                  where $6 or m.due_on <= $1
                  order by m.due_at, m.code limit $4 offset $5
                ) page), '[]') as items
         from mine`,
        [until, today, scope.kind === "own" ? scope.username : scope.unitCode, limit, offset, isAll],
      );
      const { items, ...counts } = row!;
      return { ...counts, items: items.map(readItem) };
    },
    async dossier(code, staff) {
      const [found] = await sql.query<DossierWork>(
        `select d.code, p.name as "procedureName", d.status, d.due_at as "dueAt", d.received_at as "receivedAt",
                d.applicant_name as "applicantName", s.full_name as "officerName", s.username as officer,
                u.name as "unitName", u.code as "unitCode", ${unitPathOf("d.unit_id")} as "unitPath"
         from dossier d join procedure p on p.id = d.procedure_id join unit u on u.id = d.unit_id
         left join staff_member s on s.id = d.officer_id where d.code = $5 and ${isReached("d")}`,
        [...postsOf(staff), code],
      );
      return found;
    },
    async assignment(code, staff) {
      const [found] = await sql.query<AssignmentWork>(
        `select a.code, a.content, a.due_on as "dueOn", a.done_on as "doneOn", s.full_name as "officerName",
                s.username as officer, u.name as "unitName", u.code as "unitCode", ${unitPathOf("a.unit_id")} as "unitPath"
         from assignment a join unit u on u.id = a.unit_id left join staff_member s on s.id = a.officer_id
         where upper(a.code) = upper($5) and ${isReached("a")}`,
        [...postsOf(staff), code],
      );
      return found;
    },
    openCasesOf: (username) =>
      sql.query(
        `select f.code, coalesce(u.code, (select code from unit where parent_id is null order by id limit 1)) as "unitCode"
         from feedback f join staff_member s on s.id = f.officer_id left join unit u on u.id = f.unit_id
         where s.username = $1 and f.status in ${openStatuses} order by f.id`,
        [username],
      ),
    rooms: () => sql.query<Room>("select id, code, name from unit where closed_on is null order by code"),
    staffOf: (roomId) =>
      sql.query(
        `select id, username, full_name as "fullName" from staff_member
         where unit_id = $1 and left_at is null and role <> 'admin' order by role desc, full_name`,
        [roomId],
      ),
    async attachmentsOf(caseId) {
      const [row] = await sql.query<{ count: number }>(
        "select count(*)::int from feedback_attachment where feedback_id = $1",
        [caseId],
      );
      return row!.count;
    },
  };
}

interface RawItem extends Pick<WorkItem, "kind" | "code" | "title"> {
  due_at: string;
  due_on: WorkItem["dueOn"];
  is_to_accept: boolean;
  is_waiting: boolean;
  full_name: string | null;
  unit_name: string | null;
}

function readItem(row: RawItem): WorkItem {
  return {
    kind: row.kind,
    code: row.code,
    title: row.title,
    dueAt: new Date(row.due_at),
    dueOn: row.due_on,
    isToAccept: row.is_to_accept,
    isWaiting: row.is_waiting,
    officerName: row.full_name,
    unitName: row.unit_name,
  };
}
