import type { Day } from "../vietnam-time.ts";
import type { StaffMember } from "./staff-member.ts";

/** How long an invitation may be used. */
export const invitationHours = 48;

/** Wrong codes a person may enter within an hour. */
export const linkTries = { most: 5, withinMs: 3_600_000 } as const;

interface Invitation {
  id: number;
  staff: StaffMember;
}

export type AwayOutcome = { kind: "away" } | { kind: "no-such-substitute" } | { kind: "same-person" };

/** Which conversations speak for which member of staff, and who is there. All of it is written down in staff events. */
export interface StaffAccountStore {
  /** Keeps a new invitation in the place of older ones. False when nobody on the staff has that name. */
  invite(
    invitation: { username: string; code: string; expiresAt: Date },
    actor: string,
    now: Date,
  ): Promise<boolean>;
  /** The invitation with this code that may still be used. */
  findInvitation(code: string, now: Date): Promise<Invitation | undefined>;
  /**
   * From the next message on the conversation speaks for the one invited, or once an administrator has approved it, as is
   * decided; the invitation is used up.
   */
  link(invitation: Invitation, conversationId: string, now: Date): Promise<"linked" | "awaits-approval">;
  /** They still speak from this conversation. */
  confirm(conversationId: string, now: Date): Promise<void>;
  unlink(conversationId: string, username: string, now: Date): Promise<void>;
  /** Unlinks every conversation of theirs and takes invitations back; how many conversations. Undefined: nobody has that name. */
  revoke(username: string, actor: string, now: Date): Promise<number | undefined>;
  /** The same for good: they are nobody here from now on. */
  leave(username: string, actor: string, now: Date): Promise<number | undefined>;
  /** Who stands in from one day to another, both included; null ends an absence. `actor` is who says so. */
  setAway(
    username: string,
    away: { from: Day; until: Day; substitute: string } | null,
    now: Date,
    actor: string,
  ): Promise<AwayOutcome>;
  /** From now on matters that nobody else is there for are theirs. False: nobody has that name. */
  putOnDuty(username: string, actor: string, now: Date): Promise<boolean>;
  countTries(person: string, since: Date): Promise<number>;
  recordTry(person: string, now: Date): Promise<void>;
}
