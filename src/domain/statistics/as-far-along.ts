import type { Period } from "./period.ts";
import { bounds, progress } from "./periods.ts";

/**
 * The moment at which another period had run for as long as this one has by now, so that like is set beside like;
 * undefined where the whole of the other is to be compared: this one is over, or has run for longer than the other did.
 */
export function asFarAlong(other: Period, period: Period, now: Date): Date | undefined {
  if (progress(period, now) !== "running") return undefined;
  const { start, end } = bounds(other);
  const moment = new Date(start.getTime() + now.getTime() - bounds(period).start.getTime());
  return moment < end ? moment : undefined;
}
