import type { Period } from "../../domain/statistics/period.ts";
import { findPeriod, type PeriodContext } from "./periods/find-period.ts";
import { readWords } from "./text/read-words.ts";

/**
 * The period that a text asks for: "quy1 2021", "tháng trước", "từ 1/2 đến 15/2/2021", "last quarter". Without a year it
 * is the latest that has begun. Undefined when the text names none, or one that no calendar has ("quý 5", "31/2").
 */
export function readPeriod(text: string, context: PeriodContext): Period | undefined {
  const found = findPeriod(readWords(text), context);
  return found?.kind === "period" ? found.period : undefined;
}
