import { runIdOf } from "../../domain/statistics/figure-run.ts";
import type { Figures } from "../../domain/statistics/figures.ts";
import { progress } from "../../domain/statistics/periods.ts";
import { showDay, showInstant } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";

/** The moment that figures stand for and the number they can be asked for again by. */
export function asOfLine(figures: Figures, { say, language }: { say: Say; language: Language }): Block[] {
  const { period, asOf } = figures;
  const run = runIdOf(figures);
  return [
    paragraph(
      progress(period, asOf) === "over"
        ? say(language, "figures-as-of-over", { day: showDay(period.to), run })
        : say(language, "figures-as-of", { at: showInstant(asOf), run }),
      "muted",
    ),
  ];
}
