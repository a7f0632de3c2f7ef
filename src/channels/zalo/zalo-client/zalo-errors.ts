import type { DeliveryOutcome } from "../../../conversation/delivery/channel.ts";
import { reasonOf, type Reason } from "./zalo-codes.ts";

/** Zalo was not reached, did not answer in time, or answered what cannot be read. It may have taken the call. */
export class ZaloAwayError extends Error {
  override name = "ZaloAwayError";
  /** How long Zalo asks us to wait, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number | undefined } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Zalo refused a call: its code and words, and what they mean to us. */
export class ZaloRefusal extends Error {
  override name = "ZaloRefusal";
  readonly code: number;
  readonly reason: Reason;

  constructor(code: number, words: string) {
    super(words || "no words");
    this.code = code;
    this.reason = reasonOf(code);
  }
}

export type Failure = Exclude<DeliveryOutcome, { kind: "sent" }>;

const outcomes: Record<Reason, Failure> = {
  "retry-later": { kind: "retry", reason: "rate limited" },
  // Owed until an operator has put it right.
  "token-expired": { kind: "retry", afterMs: 300_000, reason: "token refused" },
  configuration: { kind: "retry", afterMs: 300_000, reason: "not set up for this" },
  unreachable: { kind: "unreachable", reason: "not a follower, or blocked" },
  "window-closed": { kind: "undeliverable", reason: "window closed" },
  "quota-used-up": { kind: "undeliverable", reason: "quota used up" },
  rejected: { kind: "undeliverable", reason: "message refused" },
  unknown: { kind: "retry", reason: "unknown refusal" },
};

/** What a failed call came to. Anything that is neither a refusal nor Zalo's absence is a bug and is thrown on. */
export function outcomeOfFailure(error: unknown): Failure {
  if (error instanceof ZaloAwayError) {
    const { message, retryAfterMs: afterMs } = error;
    return { kind: "retry", reason: `Zalo is away (${message})`, ...(afterMs !== undefined && { afterMs }) };
  }
  if (!(error instanceof ZaloRefusal)) throw error;
  const outcome = outcomes[error.reason];
  return { ...outcome, reason: `${outcome.reason} (${error.code}: ${error.message})` };
}
