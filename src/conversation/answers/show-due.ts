import type { WorkingCalendar } from "../../domain/deadlines/working-calendar.ts";
import { workingDaysBetween } from "../../domain/deadlines/working-time.ts";
import { dayOf, showDay, showTime } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showWeekday } from "../../wording/show-weekday.ts";
import type { Language, Say } from "../../wording/wording.ts";

/** A date that somebody still works towards, with how far it is: `17:00 thứ Hai 10/05/2021 (còn 3 ngày làm việc)`. */
export function showDue(
  dueAt: Date,
  { say, language, now, calendar }: { say: Say; language: Language; now: Date; calendar: WorkingCalendar },
): string {
  const [dueOn, today] = [dayOf(dueAt), dayOf(now)];
  const when = { time: showTime(dueAt), weekday: showWeekday(say, language, dueOn), day: showDay(dueOn) };
  if (dueOn === today) return say(language, "due-today", when);
  const isPast = dueOn < today;
  const days = isPast
    ? workingDaysBetween(dueOn, today, calendar)
    : workingDaysBetween(today, dueOn, calendar);
  return say(language, isPast ? "due-past" : "due-left", { ...when, days: showNumber(days, language) });
}
