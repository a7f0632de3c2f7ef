import type { Period } from "../domain/statistics/period.ts";
import { showDay } from "../domain/vietnam-time.ts";
import type { Language, Say } from "./wording.ts";

const roman = ["", "I", "II", "III", "IV"] as const;

/** How people name the period: `Quý I/2021`, `6 tháng đầu năm 2021`; says so when it is cut by the calendar. */
export function showPeriod(say: Say, language: Language, period: Period): string {
  const name = nameOf(say, language, period);
  const isCut = period.kind !== "range" && period.kind !== "day" && period.kind !== "week";
  return isCut && period.basis === "calendar" ? say(language, "period-by-calendar", { name }) : name;
}

/** The days the period covers: `15/12/2020–14/03/2021`. */
export function showPeriodDays(period: Period): string {
  return period.from === period.to ? showDay(period.from) : `${showDay(period.from)}–${showDay(period.to)}`;
}

function nameOf(say: Say, language: Language, period: Period): string {
  const year = String(period.year ?? "");
  switch (period.kind) {
    case "quarter":
      return say(language, "period-quarter", { number: roman[period.number ?? 0] ?? "", year });
    case "half":
      return say(language, period.number === 1 ? "period-first-half" : "period-second-half", { year });
    case "nine-months":
      return say(language, "period-nine-months", { year });
    case "year":
      return say(language, "period-year", { year });
    case "month":
      return say(language, "period-month", { number: String(period.number ?? ""), year });
    case "week":
      return say(language, "period-week", { days: showPeriodDays(period) });
    case "day":
      return say(language, "period-day", { days: showPeriodDays(period) });
    case "to-date":
      return say(language, "period-to-date", { year, to: showDay(period.to) });
    case "range":
      return showPeriodDays(period);
  }
}
