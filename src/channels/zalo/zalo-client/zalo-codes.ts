/** What Zalo's refusals mean to us. */
export type Reason =
  | "retry-later"
  | "token-expired"
  /** Not a follower, blocks us, or is gone. */
  | "unreachable"
  | "window-closed"
  | "quota-used-up"
  /** Ours or the account's set-up is wrong: an operator can put it right. */
  | "configuration"
  | "rejected"
  | "unknown";

/**
 * Codes of the OpenAPI (-32, -2xx), of OAuth (-14xxx) and of ZNS (-1xx). Most are recalled, not confirmed, and some
 * published tables number -201…-210 differently: the message of Zalo is therefore kept beside the reason.
 */
const codes: Record<Exclude<Reason, "unknown">, number[]> = {
  "retry-later": [-32, -100],
  "token-expired": [-216, -124, -14014],
  unreachable: [-213, -217, -227, -114, -118, -119],
  "window-closed": [-230, -232],
  "quota-used-up": [-211, -218, -115, -144, -147],
  // prettier-ignore
  configuration: [-204, -205, -208, -221, -224, -240, -101, -102, -103, -104, -105, -106, -117, -131],
  rejected: [-200, -201, -209, -210, -233, -248, -108, -109, -111, -112],
};

/** Codes of the Bot Platform, which are HTTP's. */
const botCodes: Record<number, Reason> = {
  400: "rejected",
  401: "configuration",
  403: "unreachable",
  404: "configuration",
  429: "retry-later",
};

const reasons = new Map(
  (Object.keys(codes) as Exclude<Reason, "unknown">[]).flatMap((reason) =>
    codes[reason].map((code) => [code, reason] as const),
  ),
);

export function reasonOf(code: number): Reason {
  return reasons.get(code) ?? (code >= 500 ? "retry-later" : (botCodes[code] ?? "unknown"));
}
