import type { PlannedNotice } from "../../domain/notices/notice.ts";
import { channelName } from "../channel-name.ts";
import { paragraph } from "../reply.ts";
import type { Composer } from "./composer.ts";

const kind = "conversation-joined";

/** Tells the conversation whose code was used where that was, so that a code that was stolen does not stay unnoticed. */
export function planJoinedNotice(conversationId: string, channel: string, now: Date): PlannedNotice {
  return {
    key: `${kind}:${conversationId}:${now.toISOString()}`,
    kind,
    recipient: { kind: "conversation", conversationId },
    facts: { channel },
    dueAt: now,
  };
}

export const joinedComposers: Readonly<Record<string, Composer>> = {
  [kind]: ({ channel }, { say, language }) => ({
    blocks: [
      paragraph(
        say(language, "join-notice", { channel: channelName(say, language, String(channel)) }),
        "strong",
      ),
      paragraph(say(language, "join-notice-not-you")),
    ],
  }),
};
