import type { Day } from "../vietnam-time.ts";

/** Kinds of period a figure can be asked for. */
export type PeriodKind =
  | "quarter"
  | "half"
  | "nine-months"
  | "year"
  | "month"
  | "week"
  | "day"
  | "to-date"
  | "range";

/**
 * How months, quarters, halves and years are cut: `reporting` from the 15th to the 14th
 * (NĐ 09/2019/NĐ-CP art. 12), `calendar` from the 1st to the last day of the month.
 */
export type PeriodBasis = "reporting" | "calendar";

/** A resolved period: both days belong to it. */
export interface Period {
  kind: PeriodKind;
  basis: PeriodBasis;
  from: Day;
  to: Day;
  /** Year the period is named after; absent for a free range, a day, a week. */
  year?: number;
  /** Quarter 1–4, half 1–2, month 1–12; absent otherwise. */
  number?: number;
}
