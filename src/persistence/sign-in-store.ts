import { createHash, randomBytes } from "node:crypto";
import {
  sessionDays,
  sessionIdleHours,
  signInLinkMinutes,
  type SessionStep,
  type SignInStore,
  type StaffSession,
} from "../domain/staff/sign-in.ts";
import { isStepDemanded, type SecondStepDemand } from "../domain/staff/second-step.ts";
import type { StaffMember } from "../domain/staff/staff-member.ts";
import { dayOf } from "../domain/vietnam-time.ts";
import type { Sql } from "./database.ts";
import { postsHeldFor } from "./staff-directory.ts";

const browserLimit = 200;

const isOpen = `ended_at is null and expires_at > $2 and seen_at > $2::timestamptz - interval '${sessionIdleHours} hours'`;

/** Links and sessions on PostgreSQL. */
export function createSignInStore(sql: Sql): SignInStore {
  return {
    async issue(username, now) {
      const token = randomBytes(32).toString("base64url");
      await sql.query(
        `with staff as (select id from staff_member where username = $1 and left_at is null),
         taken_back as (
           update sign_in_link l set expires_at = $3 from staff
           where l.staff_id = staff.id and l.used_at is null and l.expires_at > $3
         )
         insert into sign_in_link (token_digest, staff_id, created_at, expires_at)
         select $2, id, $3, $4 from staff`,
        [username, digest(token), now, after(now, signInLinkMinutes * 60_000)],
      );
      return token;
    },
    async whose(token, now) {
      const [staff] = await sql.query<StaffMember>(
        `select s.username, s.full_name as "fullName", s.role, u.code as "unitCode", u.name as "unitName"
         from sign_in_link l join staff_member s on s.id = l.staff_id join unit u on u.id = s.unit_id
         where l.token_digest = $1 and l.used_at is null and l.expires_at > $2 and s.left_at is null`,
        [digest(token), now],
      );
      return staff;
    },
    async signIn(token, browser, now) {
      const sessionToken = randomBytes(32).toString("base64url");
      const rows = await sql.query(
        `with used as (
           update sign_in_link l set used_at = $2 from staff_member s
           where l.token_digest = $1 and l.used_at is null and l.expires_at > $2 and s.id = l.staff_id and s.left_at is null
           returning l.staff_id, s.username
         ), written as (
           insert into staff_event (staff_id, happened_at, kind, actor, detail)
           select staff_id, $2, 'signed-in', username, jsonb_build_object('browser', $4::text) from used
         )
         insert into staff_session (token_digest, staff_id, browser, created_at, seen_at, expires_at)
         select $3, staff_id, $4, $2, $2, $5 from used returning id`,
        [
          digest(token),
          now,
          digest(sessionToken),
          browser.slice(0, browserLimit),
          after(now, sessionDays * 86_400_000),
        ],
      );
      return rows.length ? sessionToken : undefined;
    },
    async signInKnown({ by, value }, browser, now) {
      const sessionToken = randomBytes(32).toString("base64url");
      const rows = await sql.query(
        `with called as (
           select id, username, count(*) over () as many from staff_member
           where lower(${by}) = lower($1) and left_at is null
         ), known as (select id, username from called where many = 1),
         written as (
           insert into staff_event (staff_id, happened_at, kind, actor, detail)
           select id, $2, 'signed-in', username, jsonb_build_object('browser', $4::text, 'account', $1::text) from known
         )
         insert into staff_session (token_digest, staff_id, browser, created_at, seen_at, expires_at)
         select $3, id, $4, $2, $2, $5 from known returning id`,
        [
          value,
          now,
          digest(sessionToken),
          browser.slice(0, browserLimit),
          after(now, sessionDays * 86_400_000),
        ],
      );
      return rows.length ? sessionToken : undefined;
    },
    async find(sessionToken, now) {
      const [row] = await sql.query<StaffMember & StepRow & { sessionId: string }>(
        `with seen as (
           update staff_session set seen_at = $2 where token_digest = $1 and ${isOpen}
           returning id, staff_id, stepped_at
         )
         select seen.id::text as "sessionId", seen.stepped_at as "steppedAt",
                exists (select from staff_second_step p where p.staff_id = s.id and p.secret is not null) as "hasStep",
                (select value ->> 'secondStep' from setting where key = 'identity') as "demandedOf", s.username, s.full_name as "fullName", s.role, u.code as "unitCode",
                u.name as "unitName", coalesce((${postsHeldFor("s.id", "$3::date")}), '[]') as "standsInFor"
         from seen join staff_member s on s.id = seen.staff_id join unit u on u.id = s.unit_id where s.left_at is null`,
        [digest(sessionToken), now, dayOf(now)],
      );
      if (!row) return undefined;
      const { sessionId, steppedAt, hasStep, demandedOf, ...staff } = row;
      return { sessionId, staff, secondStep: stepOf({ steppedAt, hasStep, demandedOf }, staff) };
    },
    sessionsOf: (username, now) =>
      sql.query<StaffSession>(
        `select t.id::text, t.browser, t.created_at as "createdAt", t.seen_at as "seenAt"
         from staff_session t join staff_member s on s.id = t.staff_id
         where s.username = $1 and t.id in (select id from staff_session where ${isOpen})
         order by t.seen_at desc`,
        [username, now],
      ),
    async endAll({ username, exceptId, actor }, now) {
      const ended = await sql.query(
        `with ended as (
           update staff_session t set ended_at = $3 from staff_member s
           where t.staff_id = s.id and s.username = $1 and t.ended_at is null and ($2::bigint is null or t.id <> $2)
           returning s.id, t.id as session
         )
         insert into staff_event (staff_id, happened_at, kind, actor, detail)
         select id, $3, 'signed-out', $4, jsonb_build_object('session', session) from ended returning 1`,
        [username, exceptId ?? null, now, actor],
      );
      return ended.length;
    },
    async end(username, sessionId, now) {
      await sql.query(
        `with ended as (
           update staff_session t set ended_at = $3 from staff_member s
           where t.id = $2 and t.staff_id = s.id and s.username = $1 and t.ended_at is null returning s.id
         )
         insert into staff_event (staff_id, happened_at, kind, actor, detail)
         select id, $3, 'signed-out', $1, jsonb_build_object('session', $2::bigint) from ended`,
        [username, sessionId, now],
      );
    },
  };
}

interface StepRow {
  steppedAt: Date | null;
  hasStep: boolean;
  demandedOf: SecondStepDemand | null;
}

function stepOf({ steppedAt, hasStep, demandedOf }: StepRow, { role }: StaffMember): SessionStep {
  if (!hasStep) return { kind: "none", isDemanded: isStepDemanded(demandedOf ?? undefined, role) };
  return steppedAt ? { kind: "passed", at: steppedAt } : { kind: "due" };
}

/** Tokens are long and random, so a plain digest is enough. */
function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
