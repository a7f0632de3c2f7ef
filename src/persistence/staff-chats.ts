import type { StaffRole } from "../domain/staff/staff-member.ts";
import type { Sql } from "./database.ts";

/** The conversations of one channel that are bound to someone on the staff now. */
export function readStaffChats(sql: Sql, channel: string): Promise<{ chatId: string; role: StaffRole }[]> {
  return sql.query(
    `select c.external_id as "chatId", s.role
     from conversation c join staff_member s on s.username = c.speaker
     where c.channel = $1 and s.left_at is null`,
    [channel],
  );
}
