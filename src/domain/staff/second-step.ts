import type { StaffRole } from "./staff-member.ts";

/** Of whom a second step is demanded; whoever has set one up is asked for it whatever is demanded. */

export const secondStepDemands = ["nobody", "admins", "everybody"] as const;
export type SecondStepDemand = (typeof secondStepDemands)[number];

/** Before a sensitive deed it is asked for anew when it was passed longer ago than this. */
const stepFreshMinutes = 15;

export const recoveryCodeCount = 10;

/** Wrong codes in a row until it is locked. */
export const wrongCodesAllowed = 5;

export function isStepDemanded(demand: SecondStepDemand | undefined, role: StaffRole): boolean {
  return demand === "everybody" || (demand === "admins" && role === "admin");
}

/** For how long it is locked: twice as long each time, up to a day. `locks`: how often it was before. */
export function lockMinutes(locks: number): number {
  return Math.min(15 * 2 ** locks, 24 * 60);
}

export function isStepFresh(passedAt: Date, now: Date): boolean {
  return now.getTime() - passedAt.getTime() < stepFreshMinutes * 60_000;
}

/** How somebody's second step stands. */
export interface SecondStepState {
  setUpAt: Date | null;
  /** In the future while it is locked. */
  lockedUntil: Date | null;
  recoveryCodesLeft: number;
}

/** What an authenticator is told, as text and as the address that its camera reads. */
export interface OfferedSecret {
  secret: string;
  uri: string;
}

export type StepTry =
  | { kind: "passed" }
  | { kind: "wrong"; triesLeft: number }
  | { kind: "locked"; until: Date };

/**
 * Second steps by codes of an authenticator (RFC 6238: 6 digits, 30 seconds, one step of either side), each of which works
 * once, and by recovery codes. What happens is in the staff's events, and so in the audit. Its functions throw
 * StoreUnavailableError.
 */
export interface SecondStepStore {
  /** False without a key that secrets can be sealed with. */
  isAvailable: boolean;
  state(username: string, now: Date): Promise<SecondStepState>;
  /** A new secret, in the place of one that was not confirmed; what is set up stays until this is. */
  offer(username: string): Promise<OfferedSecret>;
  /** The secret that waits to be confirmed. */
  offered(username: string): Promise<OfferedSecret | undefined>;
  /** The offered secret counts from the first right code on; recovery codes are given out here alone. */
  confirm(
    who: { username: string; sessionId: string },
    code: string,
    now: Date,
  ): Promise<{ kind: "set-up"; recoveryCodes: string[] } | { kind: "wrong" }>;
  /** Tries a code of the authenticator, or a recovery code, for a session. */
  pass(who: { username: string; sessionId: string }, code: string, now: Date): Promise<StepTry>;
  /** New recovery codes; the old ones work no longer. */
  renewRecoveryCodes(username: string, now: Date): Promise<string[]>;
  /** Takes it away, as they themselves or somebody else says. False: there was none. */
  remove(username: string, actor: string, now: Date): Promise<boolean>;
}
