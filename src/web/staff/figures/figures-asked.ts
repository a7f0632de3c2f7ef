import { readPeriod } from "../../../conversation/understanding/read-period.ts";
import { periodCommand } from "../../../conversation/period-command.ts";
import { dossierMeasures, type DossierMeasure } from "../../../domain/statistics/dossier-measures.ts";
import {
  breakdowns,
  onlineLevels,
  type Breakdown,
  type DossierFilter,
} from "../../../domain/statistics/figures-question.ts";
import { interlinkedKinds, submissionModes } from "../../../domain/dossiers/dossier.ts";
import type { Period, PeriodBasis } from "../../../domain/statistics/period.ts";
import { namedPeriodAt } from "../../../domain/statistics/periods.ts";
import { dayOf } from "../../../domain/vietnam-time.ts";
import { readFields } from "../form-fields.ts";

export const figuresPath = "/lamviec/solieu";

/** What the address asks of the figures. */
export interface FiguresAsked extends DossierFilter {
  period: Period;
  /** What was written for a period and is none. */
  unread: string | undefined;
  by: Breakdown;
}

/** Reads the figures' address; the running quarter where no period is named, or none that there is. */
export function readFiguresAsked(
  query: unknown,
  { now, periodBasis }: { now: Date; periodBasis: PeriodBasis },
): FiguresAsked {
  const { text } = readFields(query);
  const written = text("ky").slice(0, 100);
  const period = written ? readPeriod(written, { now, periodBasis }) : undefined;
  const one = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === text(name));
  return {
    period: period ?? namedPeriodAt("quarter", dayOf(now), periodBasis),
    unread: written && !period ? written : undefined,
    by: one("theo", breakdowns) ?? "unit",
    unitCode: text("donvi") || undefined,
    field: text("linhvuc") || undefined,
    procedureCode: text("thutuc") || undefined,
    mode: one("hinhthuc", submissionModes),
    level: one("mucdo", onlineLevels),
    interlinked: one("lienthong", interlinkedKinds),
  };
}

type Named = Pick<FiguresAsked, "period"> & Partial<FiguresAsked>;

/** The address of the figures, or of one of their files. */
export function figuresAddress(asked: Named, file = ""): string {
  return `${figuresPath}${file}?${queryOf(asked)}`;
}

/** The address of the dossiers behind one number. */
export function listAddress(asked: Named, measure: DossierMeasure, page = 1): string {
  const query = queryOf(asked);
  query.set("so", measure);
  if (page > 1) query.set("trang", String(page));
  return `${figuresPath}/hoso?${query}`;
}

export function readMeasure(query: unknown): DossierMeasure | undefined {
  return dossierMeasures.find((measure) => measure === readFields(query).text("so"));
}

function queryOf({ period, by, unitCode, field, procedureCode, mode, level, interlinked }: Named) {
  return new URLSearchParams({
    ky: periodCommand(period).replace("/thongke ", ""),
    ...(by && by !== "unit" && { theo: by }),
    ...(unitCode && { donvi: unitCode }),
    ...(field && { linhvuc: field }),
    ...(procedureCode && { thutuc: procedureCode }),
    ...(mode && { hinhthuc: mode }),
    ...(level && { mucdo: level }),
    ...(interlinked && { lienthong: interlinked }),
  });
}
