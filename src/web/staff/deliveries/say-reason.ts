import type { MessageKey } from "../../../wording/wording.ts";
import type { PageSay } from "../../page-language.ts";

/** What the beginning of a platform's or our own reason means to people; the first that fits. */
const meanings: readonly [begins: RegExp, key: Extract<MessageKey, `deliveries-why-${string}`>][] = [
  [/^blocked by the person/, "deliveries-why-blocked"],
  [/^(unfollowed|unreachable|the person has left)/, "deliveries-why-unfollowed"],
  [/^(account is gone|chat not found|the conversation is gone)/, "deliveries-why-gone"],
  [/^(not a member|not allowed)/, "deliveries-why-not-allowed"],
  [/^window-closed/, "deliveries-why-window"],
  [/^quota-used-up/, "deliveries-why-quota"],
  [/is on no channel$/, "deliveries-why-unlinked"],
  [/^nobody holds this post/, "deliveries-why-nobody"],
  [/^taken back/, "deliveries-why-taken-back"],
  [/^(network|rate limited|bot token refused|Telegram's own trouble|retry-later)/, "deliveries-why-platform"],
];

/** Why somebody was not reached, in words; what has none as it was noted. */
export function sayReason(say: PageSay, reason: string): string {
  const known = meanings.find(([begins]) => begins.test(reason));
  return known ? say(known[1]) : reason;
}
