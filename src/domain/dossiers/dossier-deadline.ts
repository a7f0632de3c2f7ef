import { deadlineAfter, type Deadline, type Pause } from "../deadlines/deadline.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import type { Dossier, DossierStatus } from "./dossier.ts";

/** States in which the applicant is waited for, so that the clock stands still. */
const waits: readonly DossierStatus[] = ["awaiting-papers", "awaiting-fee"];

/**
 * The due date that the law's term for the procedure leads to, with its working: from the receipt, with the time in which
 * papers or a fee were waited for left out. Undefined when the catalogue knows no term or nothing was received yet. The
 * date that was promised is the dossier's own; this shows whether it is the one that the term gives.
 */
export function reckonDossierDeadline(
  {
    receivedAt,
    procedureWorkingDays,
    history,
  }: Pick<Dossier, "receivedAt" | "procedureWorkingDays" | "history">,
  calendar: WorkingCalendar,
): Deadline | undefined {
  if (!receivedAt || procedureWorkingDays === null) return undefined;
  const term = { kind: "working-days", amount: procedureWorkingDays } as const;
  return deadlineAfter(receivedAt, term, calendar, pausesIn(history));
}

function pausesIn(history: Dossier["history"]): Pause[] {
  const pauses: Pause[] = [];
  for (const { toStatus, happenedAt } of history) {
    const open = pauses.at(-1);
    const isWaiting = waits.includes(toStatus);
    if (open?.to === null && !isWaiting) open.to = happenedAt;
    else if (isWaiting && open?.to !== null) pauses.push({ from: happenedAt, to: null });
  }
  return pauses;
}
