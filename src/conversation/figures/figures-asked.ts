import type { DossierFilter, Breakdown } from "../../domain/statistics/figures-question.ts";
import type { FigureMeasure } from "../../domain/statistics/figure-measures.ts";
import type { Period, PeriodKind } from "../../domain/statistics/period.ts";

/** How an answer about figures is laid out: the dossiers themselves, several periods, beside another period. */
export const figureViews = ["list", "series", "previous", "lastYear"] as const;
export type FigureView = (typeof figureViews)[number];

/** A question for figures as it is meant, with all that was carried on from before. */
export interface FiguresAsked extends DossierFilter {
  period: Period;
  measure?: FigureMeasure | undefined;
  by?: Breakdown | undefined;
  /** Which end of a ranking was asked for. */
  end?: "most" | "least" | undefined;
  view?: FigureView | undefined;
  /** Periods of a series, and of which kind where that is not the period's own. */
  count?: number | undefined;
  kind?: PeriodKind | undefined;
  /** Page of a list, from 1. */
  page?: number | undefined;
}

/** Only these dossiers, not all of the agency's or a unit's. */
export function isNarrow({ field, procedureCode, mode, level, interlinked }: DossierFilter): boolean {
  return [field, procedureCode, mode, level, interlinked].some((value) => value !== undefined);
}

/** What stores are asked. */
export function filterOf(asked: DossierFilter): DossierFilter {
  const { unitCode, field, procedureCode, mode, level, interlinked } = asked;
  return { unitCode, field, procedureCode, mode, level, interlinked };
}
