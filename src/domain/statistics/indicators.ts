import type { DossierFigures, IndicatorName } from "./figures.ts";

/**
 * The rates of a period, 0–1, null where there is nothing to divide by. The online rate has two readings in use:
 * online ÷ received in the period, and online ÷ all to be handled (received including carried over). The on-time rate
 * is (early + on time) ÷ resolved (QĐ 766/QĐ-TTg 2022, progress of handling).
 */
export function indicatorsOf({
  carriedOver,
  received,
  resolved,
}: DossierFigures): Record<IndicatorName, number | null> {
  return {
    onlineRateOfReceived: rate(received.online, received.total),
    onlineRateOfHandled: rate(received.online, carriedOver + received.total),
    onTimeRate: rate(resolved.early + resolved.onTime, resolved.total),
  };
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
