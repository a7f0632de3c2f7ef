import type { ZaloMessage } from "./fake-zalo-limits.ts";

const hourMs = 3_600_000;
const freeWindowMs = 48 * hourMs;
const consultationWindowMs = 7 * 24 * hourMs;

interface Person {
  isFollower: boolean;
  hasBlocked: boolean;
  lastInteractionAt: Date | undefined;
  /** Replies still free, by the message they must quote. */
  freeReplies: Map<string, { left: number; sentAt: Date }>;
}

type Refused = { error: number; message: string };
type Quota = { quota_type: string; remain: string; total: string };

/** The people of the fake Zalo, and what may be sent to whom. */
export class ZaloPeople {
  /** Messages that the account's package still pays for. */
  packageLeft = 100;
  private readonly people = new Map<string, Person>();

  meet(id: string): Person {
    const person = this.people.get(id) ?? {
      isFollower: true,
      hasBlocked: false,
      lastInteractionAt: undefined,
      freeReplies: new Map(),
    };
    this.people.set(id, person);
    return person;
  }

  hears(id: string, messageId: string, now: Date): void {
    const person = this.meet(id);
    person.lastInteractionAt = now;
    person.freeReplies.set(messageId, { left: 8, sentAt: now });
  }

  /** What a consultation message counts against, or why it is refused. */
  admit(id: string, message: ZaloMessage, now: Date): Quota | Refused {
    const person = this.people.get(id);
    if (!person) return { error: -201, message: "user_id is invalid" };
    if (!person.isFollower) return { error: -213, message: "User has not followed OA" };
    if (person.hasBlocked) return { error: -217, message: "User has blocked invite to follow OA" };
    const at = person.lastInteractionAt;
    if (!at || now.getTime() - at.getTime() > consultationWindowMs)
      return { error: -230, message: "User has not interacted with the OA in the past 7 days" };
    const quoted = person.freeReplies.get(message.quote_message_id ?? "");
    if (message.quote_message_id && !quoted)
      return { error: -201, message: "quote_message_id is not a message of this user" };
    if (quoted && quoted.left > 0 && now.getTime() - quoted.sentAt.getTime() <= freeWindowMs) {
      quoted.left -= 1;
      return { quota_type: "reply", remain: String(quoted.left), total: "8" };
    }
    if (this.packageLeft === 0) return { error: -211, message: "Out of quota" };
    this.packageLeft -= 1;
    return { quota_type: "sub_quota", remain: String(this.packageLeft), total: "100" };
  }
}
