import type { InboundMessage } from "../../conversation/inbound-message.ts";
import { readEventContent } from "./read-event-content.ts";
import type { ZaloEvent } from "./zalo-event.ts";

/** What an event says about writing to a person, and what it says to the assistant. */
export interface EventReading {
  contact?: Contact;
  reading: { kind: "message"; message: InboundMessage } | { kind: "ignored"; reason: string };
}

/** `spoke`: a word of theirs opens the window for ours. */
export interface Contact {
  userId: string;
  at: Date;
  kind: "spoke" | "followed" | "unfollowed";
  messageId?: string;
}

/** Events that are not for the assistant, and why. */
const ignoredEvents: [name: RegExp, reason: string][] = [
  [/^oa_send_/, "written by the Official Account itself, by us or by a person in OA Manager"],
  [/^user_(received|seen)_message$/, "receipt of a message"],
  [/^user_reacted_message$/, "reaction"],
  [/^anonymous_/, "from someone not signed in, who cannot be answered here"],
  [/^user_submit_info$/, "details that the assistant did not ask for"],
  [/group|_gmf_/, "from a group"],
  [/^(change_|update_|shop_|order_|add_|remove_|widget_|permission_|user_(call|feedback))/, "of no use here"],
];

/** One event of the webhook, as docs of Zalo's list them. */
export function readEvent(event: ZaloEvent): EventReading {
  const at = new Date(Number(event.timestamp));
  const userId = event.follower?.id ?? event.sender?.id;
  const why = ignoredEvents.find(([name]) => name.test(event.event_name))?.[1];
  if (why) return ignored(why);
  if (userId === undefined) return ignored("from nobody");
  if (event.event_name === "unfollow")
    return { contact: { userId, at, kind: "unfollowed" }, ...ignored("the person has unfollowed") };

  const content = readEventContent(event);
  if (typeof content === "string") return ignored(content);
  const messageId = event.message?.msg_id;
  const isFollow = event.event_name === "follow";
  return {
    contact: { userId, at, kind: isFollow ? "followed" : "spoke", ...(messageId && { messageId }) },
    reading: {
      kind: "message",
      message: {
        id: messageId ?? `${event.event_name}-${event.timestamp}`,
        channel: "zalo",
        conversationId: userId,
        content,
        sentAt: at,
      },
    },
  };
}

function ignored(reason: string): { reading: { kind: "ignored"; reason: string } } {
  return { reading: { kind: "ignored", reason } };
}
