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
}

/** When the officer is nudged: a name, and how that instant is found in working time. */
export type ReminderOffset =
  | { name: "half"; of: "time-left" }
  | { name: "day-before" | "hours-before" | "at-due"; workingDays?: number; workingHours?: number };

/** By default: half the time left, one working day, two working hours, at due. Each late morning is the digest's. */
export const defaultOffsets: readonly ReminderOffset[] = [
  { name: "half", of: "time-left" },
  { name: "day-before", workingDays: 1 },
  { name: "hours-before", workingHours: 2 },
  { name: "at-due" },
];

/** Who hears of something late, and after how much working time. The officer's own reminder at due comes before all. */
export const ladder = [
  { rung: "head", workingHours: 4 },
  { rung: "leader", workingDays: 1 },
  { rung: "office", workingDays: 3 },
] as const;

/** The steps from the deadline up that come before one of the ladder; none before those that are not on it. */
export function stepsBelow(step: ReminderFacts["offset"]): ReminderFacts["offset"][] {
  const place = ladder.findIndex(({ rung }) => rung === step);
  return place < 0 ? [] : ["at-due", ...ladder.slice(0, place).map(({ rung }) => rung)];
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
  offset: ReminderOffset["name"] | "again" | (typeof ladder)[number]["rung"];
  isDemonstration: boolean;
}
