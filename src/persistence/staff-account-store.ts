import { createHash } from "node:crypto";
import type { StaffAccountStore } from "../domain/staff/staff-accounts.ts";
import type { StaffMember } from "../domain/staff/staff-member.ts";
import { askOnce } from "./approval-store.ts";
import type { Sql } from "./database.ts";
import { bind, confirmBinding } from "./staff-bindings.ts";

type StaffEventKind = "invited" | "linked" | "unlinked" | "revoked" | "away" | "back" | "left" | "on-duty";

/** Tries at invitations are counted where tries at other secrets are. */
const triesAt = "staff-invitation";

/** Invitations, links, absences and leaving, on PostgreSQL. */
export function createStaffAccountStore(sql: Sql): StaffAccountStore {
  async function idOf(username: string): Promise<number | undefined> {
    const [row] = await sql.query<{ id: number }>(
      "select id from staff_member where username = $1 and left_at is null",
      [username],
    );
    return row?.id;
  }

  async function remember(staffId: number, kind: StaffEventKind, actor: string, now: Date, detail = {}) {
    await sql.query(
      "insert into staff_event (staff_id, happened_at, kind, actor, detail) values ($1, $2, $3, $4, $5)",
      [staffId, now, kind, actor, JSON.stringify(detail)],
    );
  }

  async function unbindAll(staffId: number, username: string, now: Date): Promise<number> {
    await sql.query(
      "update staff_invitation set revoked_at = $2 where staff_id = $1 and used_at is null and revoked_at is null",
      [staffId, now],
    );
    await sql.query("update sign_in_link set expires_at = $2 where staff_id = $1 and expires_at > $2", [
      staffId,
      now,
    ]);
    await sql.query("update staff_session set ended_at = $2 where staff_id = $1 and ended_at is null", [
      staffId,
      now,
    ]);
    await sql.query("delete from staff_binding where staff_id = $1", [staffId]);
    await sql.query(
      "update approval set expires_at = $2 where asked_by = $1 and kind = 'binding' and decided_at is null and expires_at > $2",
      [username, now],
    );
    const unbound = await sql.query(
      "update conversation set speaker = 'citizen', state = '{}' where speaker = $1 returning id",
      [username],
    );
    return unbound.length;
  }

  return {
    async invite({ username, code, expiresAt }, actor, now) {
      const staffId = await idOf(username);
      if (staffId === undefined) return false;
      await sql.query(
        "update staff_invitation set revoked_at = $2 where staff_id = $1 and used_at is null and revoked_at is null",
        [staffId, now],
      );
      await sql.query(
        "insert into staff_invitation (staff_id, code_digest, created_at, expires_at) values ($1, $2, $3, $4)",
        [staffId, digest(code), now, expiresAt],
      );
      await remember(staffId, "invited", actor, now, { expiresAt: expiresAt.toISOString() });
      return true;
    },
    async findInvitation(code, now) {
      const [row] = await sql.query<StaffMember & { id: number }>(
        `select i.id, s.username, s.full_name as "fullName", s.role, u.code as "unitCode", u.name as "unitName"
         from staff_invitation i join staff_member s on s.id = i.staff_id join unit u on u.id = s.unit_id
         where i.code_digest = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > $2
           and s.left_at is null
         for update of i`,
        [digest(code), now],
      );
      if (!row) return undefined;
      const { id, ...staff } = row;
      return { id, staff };
    },
    async link({ id, staff }, conversationId, now) {
      await sql.query("update staff_invitation set used_at = $2, conversation_id = $3 where id = $1", [
        id,
        now,
        conversationId,
      ]);
      const [rule] = await sql.query<{ channel: string; waits: boolean }>(
        `select channel, exists (select from setting where key = 'identity' and value -> 'approvesBindings' = 'true') as waits
         from conversation where id = $1`,
        [conversationId],
      );
      if (!rule!.waits) {
        await bind(sql, conversationId, staff.username, now);
        return "linked";
      }
      const what = `Liên kết tài khoản ${rule!.channel} với ${staff.fullName} (${staff.username})`;
      const asked = { kind: "binding" as const, askedBy: staff.username, what, action: null, fields: [] };
      await askOnce(sql, { ...asked, digest: `binding:${conversationId}`, subject: conversationId }, now);
      return "awaits-approval";
    },
    confirm: (conversationId, now) => confirmBinding(sql, conversationId, now),
    async unlink(conversationId, username, now) {
      await sql.query("update conversation set speaker = 'citizen' where id = $1", [conversationId]);
      await sql.query("delete from staff_binding where conversation_id = $1", [conversationId]);
      const staffId = await idOf(username);
      if (staffId !== undefined) await remember(staffId, "unlinked", username, now, { conversationId });
    },
    async revoke(username, actor, now) {
      const staffId = await idOf(username);
      if (staffId === undefined) return undefined;
      const unbound = await unbindAll(staffId, username, now);
      await remember(staffId, "revoked", actor, now, { conversations: unbound });
      return unbound;
    },
    async leave(username, actor, now) {
      const staffId = await idOf(username);
      if (staffId === undefined) return undefined;
      const unbound = await unbindAll(staffId, username, now);
      await sql.query("update staff_member set left_at = $2 where id = $1", [staffId, now]);
      await remember(staffId, "left", actor, now, { conversations: unbound });
      return unbound;
    },
    async setAway(username, away, now, actor) {
      const staffId = (await idOf(username))!;
      const substituteId = away && (await idOf(away.substitute));
      if (away && substituteId === undefined) return { kind: "no-such-substitute" };
      if (substituteId === staffId) return { kind: "same-person" };
      await sql.query(
        "update staff_member set away_from = $2, away_until = $3, substitute_id = $4 where id = $1",
        [staffId, away?.from ?? null, away?.until ?? null, substituteId],
      );
      await remember(staffId, away ? "away" : "back", actor, now, away ?? {});
      return { kind: "away" };
    },
    async putOnDuty(username, actor, now) {
      const staffId = await idOf(username);
      if (staffId === undefined) return false;
      await sql.query(
        `insert into setting (key, value) values ('dutyOfficer', to_jsonb($1::text))
         on conflict (key) do update set value = excluded.value`,
        [username],
      );
      await remember(staffId, "on-duty", actor, now);
      return true;
    },
    async countTries(person, since) {
      const [row] = await sql.query<{ count: number }>(
        "select count(*)::int from proof_attempt where dossier_code = $1 and person = $2 and tried_at > $3",
        [triesAt, `invitation:${person}`, since],
      );
      return row!.count;
    },
    async recordTry(person, now) {
      await sql.query("insert into proof_attempt (dossier_code, person, tried_at) values ($1, $2, $3)", [
        triesAt,
        `invitation:${person}`,
        now,
      ]);
    },
  };
}

/** Codes are short-lived and random, so a plain digest is enough; how they were typed does not matter. */
function digest(code: string): string {
  return createHash("sha256").update(code.replaceAll(/[\s-]/g, "").toUpperCase()).digest("hex");
}
