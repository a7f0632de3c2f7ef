import type { Sql } from "./database.ts";

interface ReachRow {
  isReachable: boolean | null;
  lastInteractionAt: Date | null;
  lastMessageId: string | null;
  freeRepliesLeft: number;
}

interface Quota {
  kind: string;
  remaining: number;
  total?: number;
}

/** What is known of writing to each person on Zalo. `freeReplies`: how many a message of theirs allows. */
export function createZaloReachStore(sql: Sql, { freeReplies }: { freeReplies: number }) {
  async function noteReachable(userId: string, isReachable: boolean, at: Date): Promise<void> {
    await sql.query(
      `insert into zalo_reach as r (user_id, is_reachable, reachable_changed_at) values ($1, $2, $3)
       on conflict (user_id) do update set is_reachable = $2, reachable_changed_at = $3
       where r.reachable_changed_at is null or r.reachable_changed_at < $3`,
      [userId, isReachable, at],
    );
  }

  async function noteSpoken(userId: string, at: Date, messageId: string | undefined): Promise<void> {
    await sql.query(
      `insert into zalo_reach as r (user_id, last_interaction_at, last_message_id, free_replies_left)
       values ($1, $2, $3, case when $3::text is null then 0 else $4::int end)
       on conflict (user_id) do update
       set last_interaction_at = $2,
           last_message_id = coalesce($3, r.last_message_id),
           free_replies_left = case when $3::text is null then r.free_replies_left else $4 end
       where r.last_interaction_at is null or r.last_interaction_at < $2`,
      [userId, at, messageId ?? null, freeReplies],
    );
  }

  async function noteQuota({ kind, remaining, total }: Quota, at: Date): Promise<void> {
    await sql.query(
      `insert into zalo_quota as q (kind, remaining, total, told_at) values ($1, $2, $3, $4)
       on conflict (kind) do update set remaining = $2, total = $3, told_at = $4 where q.told_at <= $4`,
      [kind, remaining, total ?? null, at],
    );
  }

  return {
    async find(userId: string): Promise<ReachRow | undefined> {
      const [row] = await sql.query<ReachRow>(
        `select is_reachable as "isReachable", last_interaction_at as "lastInteractionAt",
                last_message_id as "lastMessageId", free_replies_left as "freeRepliesLeft"
         from zalo_reach where user_id = $1`,
        [userId],
      );
      return row;
    },
    /** Events may come twice and in any order: older ones change nothing. */
    async noteContact(contact: {
      userId: string;
      at: Date;
      kind: "spoke" | "followed" | "unfollowed";
      messageId?: string;
    }): Promise<void> {
      const { userId, at, kind, messageId } = contact;
      await noteReachable(userId, kind !== "unfollowed", at);
      if (kind === "spoke") await noteSpoken(userId, at, messageId);
    },
    noteUnreachable: (userId: string, at: Date) => noteReachable(userId, false, at),
    /** Zalo's own count of free replies holds; where it gives none, ours goes down by one. */
    async noteSent(userId: string, sent: { at: Date; quoted?: string; quota?: Quota }): Promise<void> {
      const { at, quoted, quota } = sent;
      if (quota && quota.kind !== "reply") await noteQuota(quota, at);
      if (!quoted) return;
      // A quoting message that was counted elsewhere was not free: no further one will be.
      const left = quota && (quota.kind === "reply" ? quota.remaining : 0);
      await sql.query(
        `update zalo_reach set free_replies_left = coalesce($3, greatest(free_replies_left - 1, 0))
         where user_id = $1 and last_message_id = $2`,
        [userId, quoted, left ?? null],
      );
    },
    noteQuota,
    /** The member of staff that a conversation is bound to, when we have a phone number. */
    async findStaff(userId: string): Promise<{ fullName: string; phone: string } | undefined> {
      const [row] = await sql.query<{ fullName: string; phone: string }>(
        `select s.full_name as "fullName", s.phone
         from conversation c join staff_member s on s.username = c.speaker
         where c.channel = 'zalo' and c.external_id = $1 and s.phone is not null`,
        [userId],
      );
      return row;
    },
  };
}
