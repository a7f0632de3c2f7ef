import type { FigureMeasure } from "../../domain/statistics/figure-measures.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";

export interface Speech {
  say: Say;
  language: Language;
}

/** The names that a filter's codes stand for. */
export interface ScopeNames {
  unitName: (code: string) => string | undefined;
  procedureName: (code: string) => string | undefined;
}

/** Of which dossiers an answer speaks: "Phòng Hành chính tư pháp, Hộ tịch, Trực tuyến"; the whole agency otherwise. */
export function showScope(
  asked: FiguresAsked,
  { unitName, procedureName }: ScopeNames,
  speech: Speech,
): string {
  const { say, language } = speech;
  const { unitCode, field, procedureCode, mode, level, interlinked } = asked;
  const parts = [
    unitCode && (unitName(unitCode) ?? unitCode),
    field,
    procedureCode && (procedureName(procedureCode) ?? procedureCode),
    mode && say(language, `report-mode-${mode}`),
    level && say(language, `level-${level}`),
    interlinked && say(language, `interlinked-${interlinked}`),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? say(language, "scope-all") : parts.join(", ");
}

/** What every headline names. */
export function named(asked: FiguresAsked, names: ScopeNames, speech: Speech) {
  const { say, language } = speech;
  return {
    period: showPeriod(say, language, asked.period),
    days: showPeriodDays(asked.period),
    scope: showScope(asked, names, speech),
  };
}

export function measureName(measure: FigureMeasure, { say, language }: Speech): string {
  return say(language, `measure-${measure}`);
}
