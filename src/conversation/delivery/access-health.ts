/** Whether a platform lets us speak there, as it answers now. */
export type AccessHealth = { channel: string } & (
  | { kind: "ok"; account: string; lapsesAt?: Date }
  /** Works for now; stops at that instant unless an administrator consents anew. */
  | { kind: "lapsing"; lapsesAt: Date }
  /** It takes nothing from us, or did not answer in time. */
  | { kind: "failing"; reason: string }
);
