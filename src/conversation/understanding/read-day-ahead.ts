import { addDays, day, dayOf, readDay, yearOf, type Day } from "../../domain/vietnam-time.ts";
import { readPeriod } from "./read-period.ts";
import { fold } from "./text/fold.ts";

const words: Record<string, number> = { mai: 1, tomorrow: 1, mot: 2, kia: 2 };

/** A day to come as one writes it: `25/11`, `25/11/2026`, `2026-11-25`, `mai`. Without a year it is the next such day. */
export function readDayAhead(word: string, now: Date): Day | undefined {
  const [, dayOfMonth, month] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(word) ?? [];
  if (dayOfMonth && month) {
    const today = dayOf(now);
    const inYear = (year: number) => {
      const found = day(year, Number(month), Number(dayOfMonth));
      return readDay(`${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`) === found
        ? found
        : undefined;
    };
    const thisYear = inYear(yearOf(today));
    return thisYear && thisYear >= today ? thisYear : inYear(yearOf(today) + 1);
  }
  const daysAhead = words[fold(word)];
  if (daysAhead !== undefined) return addDays(dayOf(now), daysAhead);
  const iso = readDay(word);
  if (iso) return iso;
  const period = readPeriod(word, { now, periodBasis: "calendar" });
  return period && period.from === period.to ? period.from : undefined;
}
