import type { PlannedNotice } from "../notices/notice.ts";
import type { Day } from "../vietnam-time.ts";

/** One piece of work with its deadline, as a list of work shows it. */
export interface DigestItem {
  code: string;
  title: string;
  /** ISO */
  dueAt: string;
  /** Who has it; only where a leader reads of others' work. */
  officerName?: string;
}

export interface DigestSection {
  /** The oldest due first, as many as fit a message. */
  items: DigestItem[];
  total: number;
}

/** What the morning digest says, as JSON. */
export interface DigestFacts {
  late: DigestSection;
  today: DigestSection;
  soon: DigestSection;
  /** Cases that nobody has, for those who lead. */
  unassigned: number;
  isDemonstration: boolean;
}

/** One open matter, placed in its unit and with its officer. */
export interface OpenWork {
  subjectKind: "feedback" | "dossier" | "assignment";
  id: string;
  code: string;
  title: string;
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

const itemsShown = { late: 7, today: 5, soon: 5 } as const;

/**
 * The digests of one working morning: to each officer what is theirs, to each leader the exceptions of their unit and all
 * below it (late ones and those nobody has). Whoever has nothing gets nothing. One a person and day.
 */
export function planDigests(
  work: readonly OpenWork[],
  readers: readonly DigestReader[],
  { today, soonUntil, at }: { today: Day; soonUntil: Day; at: Date },
): PlannedNotice[] {
  return readers.flatMap((reader) => {
    const isLeader = reader.role !== "officer";
    const own = work.filter(({ username }) => username === reader.username);
    const subtree = isLeader
      ? work.filter(
          ({ username, unitPath }) => username !== reader.username && unitPath.includes(reader.unitCode),
        )
      : [];
    const late = [...own, ...subtree].filter(({ dueOn }) => dueOn < today);
    const facts: DigestFacts = {
      late: sectionOf(late, itemsShown.late, reader),
      today: sectionOf(
        own.filter(({ dueOn }) => dueOn === today),
        itemsShown.today,
        reader,
      ),
      soon: sectionOf(
        own.filter(({ dueOn }) => dueOn > today && dueOn <= soonUntil),
        itemsShown.soon,
        reader,
      ),
      unassigned: subtree.filter(({ username }) => username === null).length,
      isDemonstration: work.some(({ isDemonstration }) => isDemonstration),
    };
    const isWorthReading = facts.late.total + facts.today.total + facts.soon.total + facts.unassigned > 0;
    if (!isWorthReading) return [];
    return [
      {
        key: `digest:${today}:${reader.username}`,
        kind: "digest",
        recipient: { kind: "staff" as const, username: reader.username },
        facts: { ...facts },
        dueAt: at,
        // Yesterday's morning is nobody's news.
        expiresAt: new Date(at.getTime() + 8 * 3_600_000),
      },
    ];
  });
}

function sectionOf(work: readonly OpenWork[], shown: number, reader: DigestReader): DigestSection {
  const ordered = work.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return {
    total: work.length,
    items: ordered.slice(0, shown).map(({ code, title, dueAt, username, officerName }) => ({
      code,
      title,
      dueAt: dueAt.toISOString(),
      ...(username !== reader.username && officerName !== null && { officerName }),
    })),
  };
}
