import type { Day } from "../vietnam-time.ts";
import type { Absence, AbsenceOutcome } from "./note-absence.ts";
import type { LeavingOutcome } from "./leave-office.ts";
import type { StaffMember } from "./staff-member.ts";

/** Where somebody on the staff is reached, and what they have. */
export interface AccountState {
  /** Channels on which they are linked. */
  channels: string[];
  /** Browsers they are signed in on. */
  sessions: number;
  /** Until when an invitation may be used that was not. */
  invitedUntil: Date | null;
  isOnDuty: boolean;
  away: { from: Day; until: Day; substitute: string | null } | null;
  openCases: number;
  /** Since when they have a second step, and until when it is locked; null: they have none, it is not. */
  secondStep: { setUpAt: Date; lockedUntil: Date | null } | null;
  /** From the agency down to their unit. */
  unitPath: string[];
}

/** One thing that happened to somebody's account. */
export interface AccountEvent {
  happenedAt: Date;
  kind: string;
  actor: string;
}

export interface Invitation {
  /** Shown once; only its digest is kept. */
  code: string;
  /** Where a press does what typing the code does. */
  links: string[];
  expiresAt: Date;
}

/** Accounts of the staff, through the same use cases as the command line and the chat. */
export interface StaffRoster {
  state(username: string, now: Date): Promise<AccountState | undefined>;
  events(username: string, limit: number): Promise<AccountEvent[]>;
  invite(username: string, by: StaffMember, now: Date): Promise<Invitation | undefined>;
  /** Everything of theirs is unlinked and signed out; how many conversations. */
  revoke(username: string, by: StaffMember, now: Date): Promise<number | undefined>;
  /** The same for good, their open cases given to others; the last administrator cannot. */
  leave(username: string, by: StaffMember, now: Date): Promise<LeavingOutcome | { kind: "last-admin" }>;
  /** They are signed in nowhere any more; what they are linked with stays. */
  endSessions(username: string, by: StaffMember, now: Date): Promise<number>;
  /** They set their second step up anew. False: they had none. */
  resetSecondStep(username: string, by: StaffMember, now: Date): Promise<boolean>;
  putOnDuty(username: string, by: StaffMember, now: Date): Promise<boolean>;
  noteAbsence(username: string, away: Absence | null, by: StaffMember, now: Date): Promise<AbsenceOutcome>;
}
