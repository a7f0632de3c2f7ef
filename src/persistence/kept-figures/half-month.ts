import { day, monthOf, yearOf, type Day } from "../../domain/vietnam-time.ts";

/** First day of the half month that holds a day, as `half_month_of` in SQL: the 1st or the 15th. */
export function halfMonthOf(on: Day): Day {
  return day(yearOf(on), monthOf(on), on.slice(8) < "15" ? 1 : 15);
}
