import { indicatorNames, type Figures, type IndicatorName } from "../statistics/figures.ts";
import type { QualityCounts } from "./handling-quality.ts";

/** Everything that can have a target: the rates of the figures, and those of feedback. */
export const targetIndicators = [...indicatorNames, "feedbackOnTimeRate", "satisfactionRate"] as const;
export type TargetIndicator = IndicatorName | "feedbackOnTimeRate" | "satisfactionRate";

/** What a rate divides: `good` of `whole`. */
export interface RateParts {
  good: number;
  whole: number;
}

/** The parts of the rates of figures. */
export function partsOfFigures(indicator: IndicatorName, { dossiers }: Pick<Figures, "dossiers">): RateParts {
  const { carriedOver, received, resolved } = dossiers;
  switch (indicator) {
    case "onlineRateOfReceived":
      return { good: received.online, whole: received.total };
    case "onlineRateOfHandled":
      return { good: received.online, whole: carriedOver + received.total };
    case "onTimeRate":
      return { good: resolved.early + resolved.onTime, whole: resolved.total };
  }
}

/**
 * The parts of each rate. Feedback: answered on time ÷ answered or overdue, so that what nobody answers is not left out;
 * satisfaction: satisfied ÷ those who rated.
 */
export function partsOf(indicator: TargetIndicator, figures: Figures, quality: QualityCounts): RateParts {
  switch (indicator) {
    case "feedbackOnTimeRate":
      return {
        good: figures.feedback.answeredOnTime,
        whole: figures.feedback.answered + quality.feedbackOverdue,
      };
    case "satisfactionRate":
      return { good: quality.satisfied, whole: quality.rated };
    default:
      return partsOfFigures(indicator, figures);
  }
}

/** The fewest more that would have had to be good to reach a target; a hair of floating point asks for no case more. */
export function shortOf(target: number, { good, whole }: RateParts): number {
  return Math.max(0, Math.ceil(target * whole - 1e-9) - good);
}

/** 0–1; null where there is nothing to divide by. */
export function rateOf({ good, whole }: RateParts): number | null {
  return whole === 0 ? null : good / whole;
}
