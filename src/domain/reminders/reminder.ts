import type { NoticeSubject } from "../notices/notice.ts";

/** What a reminder counts down to: someone taking a case, its answer, or the due date of a dossier or an assignment. */
export type ReminderClock = "accept" | "answer" | "due";

/** Something with a deadline that somebody is reminded of. */
export interface ReminderSubject extends NoticeSubject {
  code: string;
  /** What it is about, in a line. */
  title: string;
  clock: ReminderClock;
  /** From when half the time left is reckoned. */
  startedAt: Date;
  dueAt: Date;
  unitCode: string | null;
  isDemonstration: boolean;
  /** A dossier that has its one new date already (NĐ 61/2018/NĐ-CP, art. 19.9). */
  isApologised?: boolean;
}

/** So much working time. */
export type WorkingSpan = { workingDays: number } | { workingHours: number };

/** When the officer is nudged: a name that tells it from the others, and how long before the deadline. */
export type ReminderOffset = { name: string } & (WorkingSpan | { of: "time-left" });

/** Who hears of something late, and after how much working time. */
export type LadderStep = { rung: (typeof rungs)[number] } & WorkingSpan;

/** The steps of the ladder above the officer, upwards. */
export const rungs = ["head", "leader", "office"] as const;

/** When a policy has people reminded. Each late morning is the digest's. */
export interface ReminderPolicy {
  /** The officer's, the least urgent first. */
  offsets: readonly ReminderOffset[];
  ladder: readonly LadderStep[];
}

/** At the deadline itself. */
export const atDue = { name: "at-due", workingHours: 0 } as const;

export const dayBefore = { name: "day-before", workingDays: 1 } as const;

/** Half the time left, one working day, two working hours, at due; then four working hours, one and three working days late. */
export const defaultReminders: ReminderPolicy = {
  offsets: [{ name: "half", of: "time-left" }, dayBefore, { name: "hours-before", workingHours: 2 }, atDue],
  ladder: [
    { rung: "head", workingHours: 4 },
    { rung: "leader", workingDays: 1 },
    { rung: "office", workingDays: 3 },
  ],
};

/** The steps from the deadline up that come before one of the ladder; none before those that are not on it. */
export function stepsBelow(step: string): string[] {
  const place = rungs.findIndex((rung) => rung === step);
  return place < 0 ? [] : [atDue.name, ...rungs.slice(0, place)];
}

/** The kinds of notices that remind; all of them are taken back when there is nothing to be reminded of. */
export const reminderKinds = ["reminder", "reminder-accept", "escalation"] as const;

/** What a reminder says, as JSON; instants are ISO texts. */
export interface ReminderFacts {
  subjectKind: NoticeSubject["kind"];
  code: string;
  title: string;
  clock: ReminderClock;
  /** The deadline it was planned for: it is stale once that has moved. */
  remindsOf: string;
  /** Which reminder of this deadline it is: an offset's name, a rung, or `again`. */
  offset: string;
  isDemonstration: boolean;
  isApologised?: boolean;
}

/** Whether it asks to finish a dossier or to apologise: one working day before, unless that was done (art. 19.9). */
export function asksForApology({ subjectKind, offset, isApologised }: ReminderFacts): boolean {
  return subjectKind === "dossier" && offset === dayBefore.name && !isApologised;
}
