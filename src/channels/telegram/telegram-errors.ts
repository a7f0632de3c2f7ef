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
  { code: 400, says: /chat not found|peer_id_invalid/i, outcome: undeliverable("chat not found") },
  { code: 400, says: /upgraded to a supergroup/i, outcome: undeliverable("group has become a supergroup") },
  { code: 400, outcome: undeliverable("message refused") },
  // The token is wrong or revoked: an operator can put that right, and the message is still owed.
  { code: 401, outcome: { kind: "retry", afterMs: 300_000, reason: "bot token refused" } },
  { code: 403, says: /blocked by the user/i, outcome: undeliverable("blocked by the person") },
  { code: 403, says: /deactivated/i, outcome: undeliverable("account is gone") },
  { code: 403, says: /kicked|not a member/i, outcome: undeliverable("not a member of the group") },
  { code: 403, outcome: undeliverable("not allowed to write to this chat") },
  { code: 404, outcome: { kind: "retry", afterMs: 300_000, reason: "bot token refused" } },
  { code: 429, outcome: { kind: "retry", reason: "rate limited" } },
];

const platformTrouble: Failure = { kind: "retry", reason: "Telegram's own trouble" };

/**
 * What a failed call came to. Anything that is neither a refusal nor a failure of the network is a bug and is thrown
 * on. A network failure may have happened after Telegram took the message.
 */
export function outcomeOfFailure(error: unknown): Failure {
  if (error instanceof HttpError) return { kind: "retry", reason: "network" };
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description, parameters } = error;
  const rule = rules.find((each) => each.code === code && (each.says?.test(description) ?? true));
  const outcome = rule?.outcome ?? platformTrouble;
  const detailed = { ...outcome, reason: `${outcome.reason} (${code}: ${description})` };
  return detailed.kind === "retry" && parameters?.retry_after !== undefined
    ? { ...detailed, afterMs: parameters.retry_after * 1000 }
    : detailed;
}

function undeliverable(reason: string): Failure {
  return { kind: "undeliverable", reason };
}
