import type { Figures } from "../statistics/figures.ts";
import type { Period } from "../statistics/period.ts";
import type { Day } from "../vietnam-time.ts";
import type { TargetIndicator } from "./target-indicators.ts";

/** What is counted for service quality beyond the figures of a period. */
export interface QualityCounts {
  /** Received in the period, not answered, its due day over at the as-of moment. */
  feedbackOverdue: number;
  /** Those who said in the period how satisfied they are. */
  rated: number;
  satisfied: number;
}

/**
 * The indicators of QĐ 766/QĐ-TTg (2022) that own data can carry: progress of handling, online services, feedback answered
 * in time, satisfaction with handling.
 */
export function qualityIndicators({ chosenOnlineRate }: Figures): TargetIndicator[] {
  return ["onTimeRate", chosenOnlineRate, "feedbackOnTimeRate", "satisfactionRate"];
}

/** Its groups for which there are no data: named as missing, never estimated. */
export const missingQualityGroups = ["openness", "digitisation", "payment"] as const;

/** Why a case took away from its indicator. */
type LossReason =
  | "resolved-late"
  | "no-due-date"
  | "not-online"
  | "no-online-service"
  | "answered-late"
  | "answered-extended"
  | "unanswered"
  | "dissatisfied";

export interface LostCase {
  /** A dossier's, or a case of feedback's. */
  code: string;
  reason: LossReason;
  /** When it was due, or received where that is what counts. */
  on: Day | null;
  /** When it was done, answered or rated; null when it is not. */
  doneOn: Day | null;
}

export interface QualityQuestion {
  period: Period;
  now: Date;
  /** The root unit when absent. */
  unitCode?: string;
}

/** Its functions throw StoreUnavailableError. */
export interface ServiceQualityStore {
  counts(question: QualityQuestion): Promise<QualityCounts>;
  /** The cases that make the rate less than 1, as many as `whole − good`, in the order of their days and codes. */
  lost(
    question: QualityQuestion & { indicator: TargetIndicator; limit: number; offset: number },
  ): Promise<LostCase[]>;
}
