import { dayOf, monthOf, yearOf } from "../vietnam-time.ts";
import type { WorkingCalendars } from "./working-calendar.ts";

/** The first year without confirmed days off that promises reach into: from 1 October that is the next one. */
export function calendarReminderNeeded(now: Date, calendars: WorkingCalendars): number | undefined {
  const today = dayOf(now);
  const wanted = monthOf(today) < 10 ? yearOf(today) : yearOf(today) + 1;
  const missing = yearOf(calendars.of().confirmedThrough) + 1;
  return missing <= wanted ? missing : undefined;
}
