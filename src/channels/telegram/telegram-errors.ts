import { GrammyError, HttpError } from "grammy";
import type { DeliveryOutcome } from "../../conversation/delivery/channel.ts";

type Failure = Exclude<DeliveryOutcome, { kind: "sent" }>;

interface Rule {
  code: number;
  says?: RegExp;
  outcome: Failure;
}

/** What Telegram's refusals mean to us; the first rule that fits holds. */
const rules: Rule[] = [
  { code: 400, says: /chat not found|peer_id_invalid/i, outcome: unreachable("chat not found") },
  { code: 400, outcome: undeliverable("message refused") },
  // The token is wrong or revoked: an operator can put that right, and the message is still owed.
  { code: 401, outcome: { kind: "retry", afterMs: 300_000, reason: "bot token refused" } },
  { code: 403, says: /blocked by the user/i, outcome: unreachable("blocked by the person") },
  { code: 403, says: /deactivated/i, outcome: unreachable("account is gone") },
  { code: 403, says: /kicked|not a member/i, outcome: unreachable("not a member of the group") },
  { code: 403, outcome: unreachable("not allowed to write to this chat") },
  { code: 404, outcome: { kind: "retry", afterMs: 300_000, reason: "bot token refused" } },
  { code: 429, outcome: { kind: "retry", reason: "rate limited" } },
];

const platformTrouble: Failure = { kind: "retry", reason: "Telegram's own trouble" };

/**
 * What a failed call came to. Anything that is neither a refusal nor a failure of the network is a bug and is thrown
 * on. A network failure may have happened after Telegram took the message. Too many calls to a group are that group's
 * affair; in a person's chat our own pace is slow enough, so that all of the bot's calls were too many.
 */
export function outcomeOfFailure(error: unknown, { isGroup }: { isGroup: boolean }): Failure {
  if (error instanceof HttpError) return { kind: "retry", reason: "network" };
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: "moved", to: String(parameters.migrate_to_chat_id), reason: description };
  const rule = rules.find((each) => each.code === code && (each.says?.test(description) ?? true));
  const outcome = rule?.outcome ?? platformTrouble;
  const detailed = { ...outcome, reason: `${outcome.reason} (${code}: ${description})` };
  if (detailed.kind !== "retry" || parameters?.retry_after === undefined) return detailed;
  const afterMs = parameters.retry_after * 1000;
  return isGroup ? { ...detailed, afterMs } : { ...detailed, afterMs, holds: "channel" };
}

function undeliverable(reason: string): Failure {
  return { kind: "undeliverable", reason };
}

function unreachable(reason: string): Failure {
  return { kind: "unreachable", reason };
}
