import type { StaffMember } from "../staff/staff-member.ts";
import type { Day } from "../vietnam-time.ts";

/** One piece of work with its deadline, whatever it is. */
export interface WorkItem {
  kind: "feedback" | "dossier" | "assignment";
  code: string;
  title: string;
  /** By when it is to be done; feedback that nobody took yet, by when someone is to take it. */
  dueAt: Date;
  dueOn: Day;
  isToAccept: boolean;
  /** Its clock stands still: somebody else is waited for. */
  isWaiting: boolean;
  officerName: string | null;
  unitName: string | null;
}

/** Whose work: one person's (and of whom they stand in for), or a unit's with all below it. */
type WorkScope = { kind: "own"; username: string } | { kind: "unit"; unitCode: string };

/** How much there is; what waits for somebody else counts as waiting alone. */
export interface WorkCounts {
  late: number;
  today: number;
  soon: number;
  waiting: number;
  /** Due after the days asked for. */
  later: number;
}

export interface WorkList extends WorkCounts {
  /** One page, the earliest due first. */
  items: WorkItem[];
}

/** A dossier as those who handle it see it. */
export interface DossierWork {
  code: string;
  procedureName: string;
  status: string;
  dueAt: Date | null;
  receivedAt: Date | null;
  applicantName: string | null;
  officerName: string | null;
  officer: string | null;
  unitName: string;
  unitCode: string;
  unitPath: string[];
}

export interface AssignmentWork {
  code: string;
  content: string;
  dueOn: Day;
  doneOn: Day | null;
  officerName: string | null;
  officer: string | null;
  unitName: string;
  unitCode: string;
  unitPath: string[];
}

/** A room and who works there, to transfer to. */
export interface Room {
  id: number;
  code: string;
  name: string;
}

export interface WorkStore {
  /** Open work, late work included: items due until the end of a day, or all of them. */
  list(
    scope: WorkScope,
    days: { today: Day; until: Day },
    page: { limit: number; offset: number; isAll: boolean },
  ): Promise<WorkList>;
  /** Undefined also where it is not theirs to see: nothing of it is read then. */
  dossier(code: string, staff: StaffMember): Promise<DossierWork | undefined>;
  /** The same. */
  assignment(code: string, staff: StaffMember): Promise<AssignmentWork | undefined>;
  /** The cases that this person has and has not ended, each with the unit whose it is; the agency's when it is no unit's. */
  openCasesOf(username: string): Promise<{ code: string; unitCode: string }[]>;
  /** Units that are not closed. */
  rooms(): Promise<Room[]>;
  /** Officers and leaders of a room who have not left. */
  staffOf(roomId: number): Promise<{ id: number; username: string; fullName: string }[]>;
  attachmentsOf(caseId: string): Promise<number>;
}
