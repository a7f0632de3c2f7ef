import type { StaffMember } from "./staff-member.ts";

/** A link to sign in by may be used once, and for so long. */
export const signInLinkMinutes = 10;

/** A session ends when nothing was done for so long, and after so many days whatever was done. */
export const sessionIdleHours = 8;
export const sessionDays = 7;

/** Somebody at the pages. */
export interface SignedIn {
  /** Digits. */
  sessionId: string;
  staff: StaffMember;
  secondStep: SessionStep;
}

/** How far a session is with the second step. */
export type SessionStep =
  /** They have set none up; where it is demanded they are shown nothing else before they do. */
  | { kind: "none"; isDemanded: boolean }
  /** Asked for, and not passed in this session yet. */
  | { kind: "due" }
  | { kind: "passed"; at: Date };

/** One of somebody's sessions, as they see it. */
export interface StaffSession {
  id: string;
  browser: string;
  createdAt: Date;
  seenAt: Date;
}

/** Somebody by what a provider of accounts calls them. */
interface KnownPerson {
  by: "email" | "username";
  value: string;
}

/**
 * Who is signed in on the pages. Tokens are secret and given out once; nobody who has left or was revoked is found. Its
 * functions throw StoreUnavailableError.
 */
export interface SignInStore {
  /** A token for a link, in the place of any that was not used. */
  issue(username: string, now: Date): Promise<string>;
  /** Whose link it is, while it may be used; undefined: used, over, or none of ours. */
  whose(token: string, now: Date): Promise<StaffMember | undefined>;
  /** Uses the link up and begins a session; returns the session's token. */
  signIn(token: string, browser: string, now: Date): Promise<string | undefined>;
  /** Begins a session for whom somebody trusted vouches for; undefined: nobody on the staff is called so, or several are. */
  signInKnown(known: KnownPerson, browser: string, now: Date): Promise<string | undefined>;
  /** Who has this session; it has been seen with this. */
  find(sessionToken: string, now: Date): Promise<SignedIn | undefined>;
  sessionsOf(username: string, now: Date): Promise<StaffSession[]>;
  /** Ends all of somebody's sessions, but for one where given. Returns how many. */
  endAll(who: { username: string; exceptId?: string; actor: string }, now: Date): Promise<number>;
  /** Ends one of somebody's sessions. */
  end(username: string, sessionId: string, now: Date): Promise<void>;
}
