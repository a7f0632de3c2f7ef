import { dayOf, monthOf, yearOf } from "../vietnam-time.ts";
import type { WorkingCalendars } from "./working-calendar.ts";

/** From 1 October: the next year, as long as its days off are not confirmed. Promises reach into it by then. */
export function calendarReminderNeeded(now: Date, calendars: WorkingCalendars): number | undefined {
  const today = dayOf(now);
  const next = yearOf(today) + 1;
  return monthOf(today) >= 10 && calendars.of().confirmedThrough < `${next}-12-31` ? next : undefined;
}
