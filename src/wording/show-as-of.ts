import { runIdOf } from "../domain/statistics/figure-run.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import { progress } from "../domain/statistics/periods.ts";
import { showDay, showInstant } from "../domain/vietnam-time.ts";

/** What figures stand for, in the cells of a file: the last day of a period that is over, else the moment; and their number. */
export function showAsOf({ period, asOf, ...counted }: Figures): [at: string, run: string] {
  const at = progress(period, asOf) === "over" ? showDay(period.to) : showInstant(asOf);
  return [at, runIdOf({ period, asOf, ...counted })];
}
