import { weekdayOf, type Day } from "../domain/vietnam-time.ts";
import type { Language, Say } from "./wording.ts";

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The name of the day of the week: `thứ Hai`. */
export function showWeekday(say: Say, language: Language, on: Day): string {
  return say(language, `weekday-${weekdayOf(on) as Weekday}`);
}
