import { isLateAsOf, outcomeOf } from "../../src/domain/deadlines/outcome.ts";
import type { WorkingCalendar } from "../../src/domain/deadlines/working-calendar.ts";
import { workingDaysBetween } from "../../src/domain/deadlines/working-time.ts";
import type { DossierMeasure } from "../../src/domain/statistics/dossier-measures.ts";
import type { Breakdown, DossierFilter, OnlineLevel } from "../../src/domain/statistics/figures-question.ts";
import { addDays, dayOf, instantOn, type Day } from "../../src/domain/vietnam-time.ts";
import type { CountedDossier } from "./statistics-oracle.ts";

/** A dossier with all that it can be asked by. */
export interface PlacedDossier extends CountedDossier {
  code: string;
  unit: string;
  /** Codes from its unit up to the agency. */
  unitPath: string[];
  procedure: string;
  field: string;
  level: OnlineLevel;
  officer: string | null;
}

export function passes(dossier: PlacedDossier, filter: DossierFilter): boolean {
  const { unitCode, field, procedureCode, mode, level, interlinked } = filter;
  if (unitCode !== undefined && !dossier.unitPath.includes(unitCode)) return false;
  if (field !== undefined && dossier.field !== field) return false;
  if (procedureCode !== undefined && dossier.procedure !== procedureCode) return false;
  if (mode !== undefined && dossier.mode !== mode) return false;
  if (level !== undefined && dossier.level !== level) return false;
  return interlinked === undefined || dossier.interlinked === interlinked;
}

/** The row of a breakdown that a dossier belongs to; by unit: the room directly below the one asked for. */
export function rowOf(dossier: PlacedDossier, by: Breakdown, unitCode = "STP"): string {
  switch (by) {
    case "unit": {
      const at = dossier.unitPath.indexOf(unitCode);
      return dossier.unitPath[Math.max(0, at - 1)]!;
    }
    case "field":
      return dossier.field;
    case "procedure":
      return dossier.procedure;
    case "mode":
      return dossier.mode;
    case "level":
      return dossier.level;
    case "interlinked":
      return dossier.interlinked;
  }
}

/** The dossiers that a measure counts, one question to each. */
export function behind(
  measure: DossierMeasure,
  all: PlacedDossier[],
  period: { from: Day; to: Day },
  now: Date,
): PlacedDossier[] {
  const start = instantOn(period.from);
  const endOfPeriod = instantOn(addDays(period.to, 1));
  const isOver = endOfPeriod <= now;
  const asOf = isOver ? endOfPeriod : now;
  const has = (at: Date | null) => at !== null && (isOver ? at < endOfPeriod : at <= now);
  const dueOn = (d: CountedDossier) => d.dueAt && dayOf(d.dueAt);
  return all.filter((d) => {
    if (d.status === "registered" || d.status === "not-accepted" || !has(d.receivedAt)) return false;
    if (d.resolvedAt !== null && d.resolvedAt < start) return false;
    const isReceived = d.receivedAt! >= start;
    const isResolved = has(d.resolvedAt);
    const outcome = isResolved ? outcomeOf(dueOn(d), dayOf(d.resolvedAt!)) : "open";
    const isOpenLate = !isResolved && isLateAsOf(dueOn(d), asOf);
    const answers: Record<DossierMeasure, boolean> = {
      handled: true,
      carriedOver: !isReceived,
      received: isReceived,
      receivedOnline: isReceived && d.mode === "online",
      receivedInPerson: isReceived && d.mode === "in-person",
      receivedPostal: isReceived && d.mode === "postal",
      resolved: isResolved,
      resolvedEarly: outcome === "early",
      resolvedOnTime: outcome === "on-time",
      resolvedLate: outcome === "late",
      resolvedNoDueDate: outcome === "no-due-date",
      open: !isResolved,
      openInTime: !isResolved && d.dueAt !== null && !isOpenLate,
      openLate: isOpenLate,
      openNoDueDate: !isResolved && d.dueAt === null,
      late: outcome === "late" || isOpenLate,
    };
    return answers[measure];
  });
}

/** Working days that each took, sorted; and the place at which a share of them is reached, by walking there. */
export function handlingDays(resolved: PlacedDossier[], calendar: WorkingCalendar): number[] {
  return resolved
    .map((d) => workingDaysBetween(dayOf(d.receivedAt!), dayOf(d.resolvedAt!), calendar))
    .toSorted((a, b) => a - b);
}

export function within(sorted: number[], tenths: number): number | null {
  return sorted.find((_, at) => (at + 1) * 10 >= tenths * sorted.length) ?? null;
}
