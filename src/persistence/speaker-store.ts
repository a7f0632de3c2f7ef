import type { StaffMember } from "../domain/staff/staff-member.ts";
import type { Sql } from "./database.ts";

/** Who the conversations of one channel speak as, in the demonstration: `citizen` or a staff username. */
export function createSpeakerStore(sql: Sql, channel: string) {
  return {
    /** Everyone on the staff, leaders first. */
    choices: () =>
      sql.query<StaffMember>(
        `select s.username, s.full_name as "fullName", s.role, u.code as "unitCode", u.name as "unitName"
         from staff_member s join unit u on u.id = s.unit_id
         order by array_position(array['leader', 'officer', 'admin'], s.role), s.username`,
      ),
    async current(conversationId: string): Promise<string> {
      const [row] = await sql.query<{ speaker: string }>(
        "select speaker from conversation where channel = $1 and external_id = $2",
        [channel, conversationId],
      );
      return row?.speaker ?? "citizen";
    },
    /** From the next message on; the talk under way is forgotten with the one who had it. */
    async choose(conversationId: string, speaker: string, now: Date): Promise<void> {
      await sql.query(
        `insert into conversation (channel, external_id, speaker, created_at, updated_at) values ($1, $2, $3, $4, $4)
         on conflict (channel, external_id) do update set speaker = excluded.speaker, state = '{}'`,
        [channel, conversationId, speaker, now],
      );
    },
  };
}
