import type { ChatMember, ChatMemberUpdated } from "grammy/types";

/** Whether we can still write to a chat, as Telegram tells it when that changes. */
export interface ReachNews {
  conversationId: string;
  at: Date;
  isReachable: boolean;
  /** Why not. */
  reason?: string;
}

const gone: Partial<Record<ChatMember["status"], { inPrivate: string; inGroup: string }>> = {
  kicked: { inPrivate: "blocked by the person", inGroup: "put out of the group" },
  left: { inPrivate: "left by the person", inGroup: "no longer in the group" },
};

/** What a change of the bot's own membership means: blocked or let back in, put out of a group or taken into one. */
export function readMembership({ chat, date, new_chat_member: member }: ChatMemberUpdated): ReachNews {
  const news = { conversationId: String(chat.id), at: new Date(date * 1000) };
  const reasons = gone[member.status];
  if (!reasons) return { ...news, isReachable: true };
  return {
    ...news,
    isReachable: false,
    reason: chat.type === "private" ? reasons.inPrivate : reasons.inGroup,
  };
}
