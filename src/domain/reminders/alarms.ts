import type { WorkingCalendars } from "../deadlines/working-calendar.ts";
import type { PlannedNotice } from "../notices/notice.ts";
import { dayOf } from "../vietnam-time.ts";
import { digestInstant } from "./plan-due-work.ts";
import type { DigestCounts } from "./reminder-store.ts";

/** A job that should have run this long ago and has not is silent. */
const silentAfterMs = 5 * 60_000;

/** So long after the digest's time somebody should have got one, if anybody had anything to read. */
const digestGraceMinutes = 30;

/** When a recurring job last did its work, and how often it should. */
export interface JobRun {
  job: string;
  everyMs: number;
  /** Null: never yet. */
  succeededAt: Date | null;
}

/** Jobs that have not worked for five minutes longer than they should while somebody watched, with since when. */
export function silentJobs(
  runs: readonly JobRun[],
  watchedSince: Date,
  now: Date,
): { job: string; since: Date }[] {
  return runs.flatMap(({ job, everyMs, succeededAt }) => {
    const since = succeededAt ?? watchedSince;
    // A service that was off over the weekend gets its time to begin.
    const waitedFrom = Math.max(since.getTime(), watchedSince.getTime());
    return now.getTime() - waitedFrom > everyMs + silentAfterMs ? [{ job, since }] : [];
  });
}

/**
 * Whether this working morning's digests are missing: half an hour after their time the job has not run since, or some that
 * are due still wait, or not one reached anybody. Nobody having anything to read is no fault.
 */
export function isDigestMissing(
  { jobSucceededAt, digests }: { jobSucceededAt: Date | null; digests: DigestCounts },
  now: Date,
  calendars: WorkingCalendars,
): boolean {
  const digestAt = digestInstant(dayOf(now), calendars);
  if (!digestAt) return false;
  if (now.getTime() < digestAt.getTime() + digestGraceMinutes * 60_000) return false;
  const hasNotRun = jobSucceededAt === null || jobSucceededAt < digestAt;
  return hasNotRun || digests.overdue > 0 || (digests.planned > 0 && digests.said === 0);
}

/** What the administrators are told when something has stopped; once for each silence, morning and day. */
export function planAlarms(
  {
    silent,
    isDigestMissing,
    yearWithoutCalendar,
  }: {
    silent: readonly { job: string; since: Date }[];
    isDigestMissing: boolean;
    yearWithoutCalendar: number | undefined;
  },
  now: Date,
): PlannedNotice[] {
  const today = dayOf(now);
  const alarm = (key: string, facts: Record<string, unknown>): PlannedNotice => ({
    key: `alarm:${key}`,
    kind: "alarm",
    recipient: { kind: "ladder", rung: "admin" },
    facts,
    dueAt: now,
  });
  // Each day says its own; a silence that began before a holiday is told after it.
  const ofToday = { expiresAt: new Date(now.getTime() + 86_400_000) };
  return [
    ...silent.map(({ job, since }) =>
      alarm(`job-silent:${job}:${since.toISOString()}`, {
        alarm: "job-silent",
        job,
        since: since.toISOString(),
      }),
    ),
    ...(isDigestMissing ? [{ ...alarm(`no-digest:${today}`, { alarm: "no-digest" }), ...ofToday }] : []),
    ...(yearWithoutCalendar === undefined
      ? []
      : [
          {
            ...alarm(`no-calendar:${today}`, { alarm: "no-calendar", year: yearWithoutCalendar }),
            ...ofToday,
          },
        ]),
  ];
}
