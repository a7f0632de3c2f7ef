import type { NoticeSubject, PlannedNotice } from "../notices/notice.ts";
import type { Day } from "../vietnam-time.ts";
import type { ReminderClock } from "./reminder.ts";

/** One piece of work with its deadline, as a list of work shows it. */
export interface DigestItem {
  code: string;
  title: string;
  clock: ReminderClock;
  /** ISO */
  dueAt: string;
  /** Who has it; only where a leader reads of others' work. */
  officerName?: string;
}

interface DigestSection {
  /** The oldest due first, as many as fit a message. */
  items: DigestItem[];
  total: number;
}

/** What the morning digest says, as JSON. */
export interface DigestFacts {
  late: DigestSection;
  today: DigestSection;
  soon: DigestSection;
  /** What nobody has, for those who lead. */
  unassigned: DigestSection;
  isDemonstration: boolean;
}

/** One open matter with the first of its clocks to run out, placed in its unit and with its officer. */
export interface OpenWork extends NoticeSubject {
  code: string;
  title: string;
  clock: ReminderClock;
  dueAt: Date;
  dueOn: Day;
  /** Who does it today: the officer, or who stands in. Null: nobody. */
  username: string | null;
  officerName: string | null;
  /** Codes from the agency down to its unit. */
  unitPath: readonly string[];
  isDemonstration: boolean;
}

/** Who may get a digest. */
export interface DigestReader {
  username: string;
  role: "officer" | "leader" | "admin";
  unitCode: string;
}

export interface DigestMorning {
  today: Day;
  /** The last day whose work is told ahead. */
  soonUntil: Day;
  at: Date;
  /** Who has what nobody has. */
  duty: string | undefined;
}

export interface PlannedDigests {
  digests: PlannedNotice[];
  /** What somebody reads of as theirs: it needs no reminder of its own this morning. */
  covered: NoticeSubject[];
}

const itemsShown = { late: 7, today: 5, soon: 5, unassigned: 5 } as const;

/** Yesterday's morning is nobody's news. */
const lifetimeMs = 8 * 3_600_000;

/**
 * The digests of one working morning: to each officer what is theirs, to each leader also the exceptions of their unit and
 * all below it (what is late, what nobody has). Whoever has nothing gets nothing. One a person and day.
 */
export function planDigests(
  work: readonly OpenWork[],
  readers: readonly DigestReader[],
  morning: DigestMorning,
): PlannedDigests {
  const byPerson = grouped(work, ({ username }) => [username ?? morning.duty ?? ""]);
  const byUnit = grouped(work, ({ unitPath }) => unitPath);
  const digests = readers.flatMap((reader) => {
    const own = byPerson.get(reader.username) ?? [];
    const subtree = reader.role === "officer" ? [] : (byUnit.get(reader.unitCode) ?? []);
    const facts = digestOf(own, subtree, reader, morning);
    return facts ? [digest(facts, reader, morning)] : [];
  });
  return { digests, covered: readers.flatMap(({ username }) => byPerson.get(username) ?? []) };
}

function digestOf(
  own: readonly OpenWork[],
  subtree: readonly OpenWork[],
  { username }: DigestReader,
  { today, soonUntil }: DigestMorning,
): DigestFacts | undefined {
  const mine = new Set(own);
  const isLate = ({ dueOn }: OpenWork) => dueOn < today;
  const others = subtree.filter((one) => !mine.has(one));
  const sections = {
    late: [...own, ...others.filter((one) => one.username !== null)].filter(isLate),
    today: own.filter(({ dueOn }) => dueOn === today),
    soon: own.filter(({ dueOn }) => dueOn > today && dueOn <= soonUntil),
    unassigned: others.filter((one) => one.username === null),
  };
  const told = Object.values(sections).flat();
  if (told.length === 0) return undefined;
  return {
    late: sectionOf(sections.late, itemsShown.late, username),
    today: sectionOf(sections.today, itemsShown.today, username),
    soon: sectionOf(sections.soon, itemsShown.soon, username),
    unassigned: sectionOf(sections.unassigned, itemsShown.unassigned, username),
    isDemonstration: told.some(({ isDemonstration }) => isDemonstration),
  };
}

function digest(facts: DigestFacts, { username }: DigestReader, { today, at }: DigestMorning): PlannedNotice {
  return {
    key: `digest:${today}:${username}`,
    kind: "digest",
    recipient: { kind: "staff", username },
    facts: { ...facts },
    dueAt: at,
    expiresAt: new Date(at.getTime() + lifetimeMs),
  };
}

function sectionOf(work: readonly OpenWork[], shown: number, reader: string): DigestSection {
  const ordered = work.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return {
    total: work.length,
    items: ordered.slice(0, shown).map(({ code, title, clock, dueAt, username, officerName }) => ({
      code,
      title,
      clock,
      dueAt: dueAt.toISOString(),
      ...(username !== reader && officerName !== null && { officerName }),
    })),
  };
}

function grouped(
  work: readonly OpenWork[],
  keysOf: (one: OpenWork) => readonly string[],
): ReadonlyMap<string, OpenWork[]> {
  const groups = new Map<string, OpenWork[]>();
  for (const one of work)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}
