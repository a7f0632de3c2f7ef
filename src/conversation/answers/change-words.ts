import { fewestToCompare } from "../../domain/statistics/small-numbers.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import type { Speech } from "./question-words.ts";

/** What a count was before, and how much more or less that makes; in percent only of enough to speak of. */
export function showChange(now: number, before: number, { say, language }: Speech): string {
  const told = { before: showNumber(before, language), by: showNumber(Math.abs(now - before), language) };
  if (now === before) return say(language, "change-same", told);
  const direction = now > before ? "up" : "down";
  if (before < fewestToCompare) return say(language, `change-${direction}`, told);
  const percent = showRate(Math.abs(now - before) / before, language);
  return say(language, `change-${direction}-percent`, { ...told, percent });
}

/** What a rate was before, and by how many percentage points it changed. */
export function showRateChange(now: number, before: number, { say, language }: Speech): string {
  const told = { before: showRate(before, language), by: showNumber(Math.abs(now - before) * 100, language) };
  if (now === before) return say(language, "change-same", told);
  return say(language, now > before ? "change-points-up" : "change-points-down", told);
}

/** `+12`, `−3`, `0`. */
export function showDifference(now: number, before: number, { say, language }: Speech): string {
  if (now === before) return say(language, "compare-same");
  const by = showNumber(Math.abs(now - before), language);
  return say(language, now > before ? "compare-up" : "compare-down", { by });
}
