import type { WorkingCalendar, WorkingCalendars } from "../deadlines/working-calendar.ts";
import { isWorkingDay } from "../deadlines/working-time.ts";
import { mayWorkOn } from "../feedback/case-access.ts";
import type { StaffMember } from "../staff/staff-member.ts";
import { dayOf, type Day } from "../vietnam-time.ts";
import type { ApologyStore } from "./apology-store.ts";

/** An apology for a dossier that is or will be late, with its reason and the new date. */
export interface Apology {
  reason: string;
  newDueOn: Day;
  givenAt: Date;
}

export type ApologyOutcome =
  | { kind: "given" }
  | { kind: "no-reason" }
  /** The new date is not a working day, has passed, or is not after the due day. */
  | { kind: "bad-day"; why: "day-off" | "past" | "before-due" }
  /** One new date may be given, and was. */
  | { kind: "given-before"; apology: Apology }
  | { kind: "not-open" };

/**
 * Whether an apology with a new date may be given: once only, with its reason, for a working day to come after the due
 * day (NĐ 61/2018/NĐ-CP, art. 19.9).
 */
export function judgeApology(
  dossier: { dueOn: Day | null; isOpen: boolean; apology: Apology | null },
  { reason, newDueOn, now }: { reason: string; newDueOn: Day; now: Date },
  calendar: WorkingCalendar,
): ApologyOutcome {
  if (!dossier.isOpen || dossier.dueOn === null) return { kind: "not-open" };
  if (dossier.apology) return { kind: "given-before", apology: dossier.apology };
  if (!reason.trim()) return { kind: "no-reason" };
  if (newDueOn <= dayOf(now)) return { kind: "bad-day", why: "past" };
  if (newDueOn <= dossier.dueOn) return { kind: "bad-day", why: "before-due" };
  if (!isWorkingDay(newDueOn, calendar)) return { kind: "bad-day", why: "day-off" };
  return { kind: "given" };
}

/**
 * Gives an apology for a dossier that this member of staff works on, and keeps it with who gave it; the store is that of
 * a transaction. `not-found` as well when the dossier is not theirs.
 */
export async function apologise(
  {
    code,
    reason,
    newDueOn,
    staff,
    now,
  }: { code: string; reason: string; newDueOn: Day; staff: StaffMember; now: Date },
  { apologies, calendars }: { apologies: ApologyStore; calendars: WorkingCalendars },
): Promise<ApologyOutcome | { kind: "not-found" }> {
  const dossier = await apologies.lock(code);
  if (!dossier || !mayWorkOn(staff, dossier)) return { kind: "not-found" };
  const outcome = judgeApology(dossier, { reason, newDueOn, now }, calendars.of(dossier.unitCode));
  if (outcome.kind === "given")
    await apologies.keep(dossier.id, { reason, newDueOn, givenAt: now }, staff.username);
  return outcome;
}
