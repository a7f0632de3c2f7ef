import { countOf, dossierMeasures, type DossierMeasure } from "./dossier-measures.ts";
import type { DossierFigures, Figures } from "./figures.ts";

/** What one can ask for of dossiers: a count, a rate, how long they took. */
export const figureMeasures = [...dossierMeasures, "onlineRate", "onTimeRate", "handlingTime"] as const;
export type FigureMeasure = (typeof figureMeasures)[number];

/** The definition of the online rate that a deployment chose. */
export type ChosenOnlineRate = Figures["chosenOnlineRate"];

/** The count whose dossiers a figure is made of: what can be listed behind it. */
export function countBehind(measure: FigureMeasure): DossierMeasure {
  switch (measure) {
    case "onlineRate":
      return "receivedOnline";
    case "onTimeRate":
    case "handlingTime":
      return "resolved";
    default:
      return measure;
  }
}

/**
 * A figure as a part of a whole: of what was to be handled for counts of lateness, of what was resolved for its outcomes;
 * the definitions of the rates are those of `indicatorsOf`. No whole where the count stands for itself.
 */
export function partOf(
  measure: Exclude<FigureMeasure, "handlingTime">,
  figures: DossierFigures,
  chosen: ChosenOnlineRate,
): { part: number; whole: number | undefined } {
  const { resolved, received, open } = figures;
  switch (measure) {
    case "onlineRate":
      return {
        part: received.online,
        whole: chosen === "onlineRateOfReceived" ? received.total : countOf("handled", figures),
      };
    case "onTimeRate":
      return { part: resolved.early + resolved.onTime, whole: resolved.total };
    case "late":
      return { part: countOf("late", figures), whole: countOf("handled", figures) };
    case "resolvedEarly":
    case "resolvedOnTime":
    case "resolvedLate":
    case "resolvedNoDueDate":
      return { part: countOf(measure, figures), whole: resolved.total };
    case "openInTime":
    case "openLate":
    case "openNoDueDate":
      return { part: countOf(measure, figures), whole: open.total };
    case "receivedOnline":
    case "receivedInPerson":
    case "receivedPostal":
      return { part: countOf(measure, figures), whole: received.total };
    case "handled":
    case "carriedOver":
    case "received":
    case "resolved":
    case "open":
      return { part: countOf(measure, figures), whole: undefined };
  }
}
