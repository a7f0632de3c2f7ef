import { addDays, day, dayOf, readDay, weekdayOf, yearOf, type Day } from "../../domain/vietnam-time.ts";
import { readPeriod } from "./read-period.ts";
import { fold } from "./text/fold.ts";
import { wordTable } from "./text/word-table.ts";

const daysAhead = wordTable<number>({
  "hom nay": 0,
  today: 0,
  mai: 1,
  "ngay mai": 1,
  tomorrow: 1,
  mot: 2,
  kia: 2,
  "ngay mot": 2,
  "ngay kia": 2,
});

/** As weekdayOf numbers them. */
const weekdays = wordTable<number>({
  "chu nhat": 7,
  "thu hai": 1,
  "thu ba": 2,
  "thu tu": 3,
  "thu nam": 4,
  "thu sau": 5,
  "thu bay": 6,
});

/**
 * A day to come as one writes it: `25/11`, `25/11/2026`, `2026-11-25`, `mai`, `thứ sáu`. Without a year it is the next such
 * day; a weekday is the first from `weekdaysFrom` on, which is tomorrow when left out.
 */
export function readDayAhead(text: string, now: Date, weekdaysFrom?: Day): Day | undefined {
  const today = dayOf(now);
  const [, dayOfMonth, month] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? [];
  if (dayOfMonth && month) {
    const inYear = (year: number) => {
      const found = day(year, Number(month), Number(dayOfMonth));
      return readDay(`${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`) === found
        ? found
        : undefined;
    };
    const thisYear = inYear(yearOf(today));
    return thisYear && thisYear >= today ? thisYear : inYear(yearOf(today) + 1);
  }
  const folded = fold(text);
  const ahead = daysAhead[folded];
  if (ahead !== undefined) return addDays(today, ahead);
  const weekday = weekdays[folded];
  const earliest = weekdaysFrom ?? addDays(today, 1);
  if (weekday !== undefined) return addDays(earliest, (weekday - weekdayOf(earliest) + 7) % 7);
  const iso = readDay(text);
  if (iso) return iso;
  const period = /^\d/.test(text) ? readPeriod(text, { now, periodBasis: "calendar" }) : undefined;
  return period && period.from === period.to ? period.from : undefined;
}

const beforeDay = /^(?:tu|den|toi|ngay|from|to|until|-|–)$/;

/** The day that words begin with, and the words after it; undefined when they begin with none. */
export function takeDay(
  words: readonly string[],
  now: Date,
  weekdaysFrom?: Day,
): { on: Day; rest: string[] } | undefined {
  // "thứ sáu" is two words, "25/11" one.
  for (const length of /^\d/.test(words[0] ?? "") ? [1] : [2, 1]) {
    const on = words.length >= length && readDayAhead(words.slice(0, length).join(" "), now, weekdaysFrom);
    if (on) return { on, rest: words.slice(length) };
  }
  const [first, ...rest] = words;
  return first !== undefined && beforeDay.test(fold(first)) ? takeDay(rest, now, weekdaysFrom) : undefined;
}
