import type { StaffMember } from "../staff/staff-member.ts";
import type { Day } from "../vietnam-time.ts";
import type { Dossier } from "./dossier.ts";

/** Which dossiers a list shows: those still open, by how much time is left, those settled, or all. */
export const registerStates = [
  "open",
  "late",
  "today",
  "soon",
  "waiting",
  "no-due-date",
  "ended",
  "all",
] as const;
export type RegisterState = (typeof registerStates)[number];

export interface RegisterFilter {
  /** Whose eyes: only what this member of staff may work on is shown. */
  staff: StaffMember;
  isOwnOnly: boolean;
  state: RegisterState;
  status?: Dossier["status"] | undefined;
  /** With all units below it. */
  unitCode?: string | undefined;
  /** Words each of which is in the code, the applicant's name or what the procedure is called, with marks or without. */
  words: readonly string[];
  /** Exactly these codes, and then no words. */
  codes?: readonly string[] | undefined;
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
  /** The last day that is still "soon". */
  days: { today: Day; until: Day };
}

export interface RegisteredDossier extends Pick<
  Dossier,
  | "code"
  | "procedureName"
  | "unitName"
  | "status"
  | "receivedAt"
  | "dueAt"
  | "dueOn"
  | "applicantName"
  | "isDemonstration"
> {
  /** Digits. */
  id: string;
  resolvedOn: Day | null;
  officerName: string | null;
}

/** Where a page ended, so that the next begins right after it: the instant the list is ordered by, and digits. */
export interface RegisterPlace {
  at: Date | null;
  id: string;
}

/** The dossiers as staff look for them. */
export interface DossierRegister {
  /** Open ones those with the least time left first, lists with settled ones the newest first. */
  list(
    filter: RegisterFilter,
    page: { after: RegisterPlace | undefined; limit: number },
  ): Promise<RegisteredDossier[]>;
  /** How many there are, at most so many. */
  count(filter: RegisterFilter, most: number): Promise<number>;
  /** The units whose dossiers this member of staff may see, by code. */
  units(staff: StaffMember): Promise<{ code: string; name: string }[]>;
  /** How many people follow this dossier. */
  followers(code: string): Promise<number>;
}

/** Whether a list goes by the time left: one of open dossiers alone. */
export function isByTimeLeft(state: RegisterState): boolean {
  return state !== "ended" && state !== "all";
}
