import { runIdOf } from "../domain/statistics/figure-run.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import { progress } from "../domain/statistics/periods.ts";
import { showDay, showInstant } from "../domain/vietnam-time.ts";
import type { Speech } from "./report-material.ts";

/** The moment that a report's figures stand for, and the number they can be asked for again by. */
export function asOfNote(figures: Figures, { say, language }: Speech): string {
  const { period, asOf } = figures;
  const run = runIdOf(figures);
  return progress(period, asOf) === "over"
    ? say(language, "report-as-of-over", { day: showDay(period.to), run })
    : say(language, "report-as-of", { at: showInstant(asOf), run });
}
