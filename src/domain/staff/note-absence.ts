import { dayOf, type Day } from "../vietnam-time.ts";
import type { AwayOutcome, StaffAccountStore } from "./staff-accounts.ts";

export interface Absence {
  from: Day;
  /** Included. */
  until: Day;
  /** Username of who stands in. */
  substitute: string;
}

export type AbsenceOutcome = AwayOutcome | { kind: "backwards" } | { kind: "past" };

/** Notes from when until when somebody is away and who stands in; null ends an absence. `by` is who says so. */
export async function noteAbsence(
  { username, away, by, now }: { username: string; away: Absence | null; by: string; now: Date },
  accounts: Pick<StaffAccountStore, "setAway">,
): Promise<AbsenceOutcome> {
  if (away && away.until < away.from) return { kind: "backwards" };
  if (away && away.until < dayOf(now)) return { kind: "past" };
  return accounts.setAway(username, away, now, by);
}
