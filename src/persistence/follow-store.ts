import type { FollowedDossier, FollowKind, FollowStore } from "../domain/dossiers/follow-dossier.ts";
import type { Sql } from "./database.ts";
import { ownConversations } from "./own-conversations.ts";

/** Who follows what, on PostgreSQL. */
export function createFollowStore(sql: Sql): FollowStore {
  return {
    followed: (conversationId) =>
      sql.query<FollowedDossier>(
        `select d.code, p.name as "procedureName", d.status
         from dossier_follow f join dossier d on d.id = f.dossier_id join procedure p on p.id = d.procedure_id
         where f.conversation_id in ${ownConversations}
         group by d.id, p.id order by max(f.followed_at) desc, d.id`,
        [conversationId],
      ),
    async follow(conversationId, code, now) {
      await sql.query(
        `insert into dossier_follow (dossier_id, conversation_id, after_event_id, followed_at)
         select d.id, $1, coalesce((select max(e.id) from dossier_event e where e.dossier_id = d.id), 0), $3
         from dossier d where d.code = $2
         on conflict do nothing`,
        [conversationId, code, now],
      );
    },
    async unfollow(conversationId, code) {
      const stopped = await sql.query(
        `delete from dossier_follow f using dossier d
         where d.id = f.dossier_id and d.code = $2 and f.conversation_id in ${ownConversations}
         returning 1`,
        [conversationId, code],
      );
      return stopped.length > 0;
    },
    async unwanted(conversationId) {
      const rows = await sql.query<{ kind: FollowKind }>(
        `select distinct kind from follow_opt_out where conversation_id in ${ownConversations}`,
        [conversationId],
      );
      return rows.map(({ kind }) => kind);
    },
    async setWanted(conversationId, kind, isWanted) {
      await sql.query(
        isWanted
          ? `delete from follow_opt_out where kind = $2 and conversation_id in ${ownConversations}`
          : "insert into follow_opt_out (conversation_id, kind) values ($1, $2) on conflict do nothing",
        [conversationId, kind],
      );
    },
  };
}
