import type { DossierFigures } from "./figures.ts";

/** What can be counted of a period's dossiers, and listed; `countOf` says how each comes of the figures. */
export const dossierMeasures = [
  "handled",
  "carriedOver",
  "received",
  "receivedOnline",
  "receivedInPerson",
  "receivedPostal",
  "resolved",
  "resolvedEarly",
  "resolvedOnTime",
  "resolvedLate",
  "resolvedNoDueDate",
  "open",
  "openInTime",
  "openLate",
  "openNoDueDate",
  "late",
] as const;
export type DossierMeasure = (typeof dossierMeasures)[number];

/** `handled`: all there was to do, carried over or received. `late`: resolved late or open and late. */
export function countOf(
  measure: DossierMeasure,
  { carriedOver, received, resolved, open }: DossierFigures,
): number {
  switch (measure) {
    case "handled":
      return carriedOver + received.total;
    case "carriedOver":
      return carriedOver;
    case "received":
      return received.total;
    case "receivedOnline":
      return received.online;
    case "receivedInPerson":
      return received.inPerson;
    case "receivedPostal":
      return received.postal;
    case "resolved":
      return resolved.total;
    case "resolvedEarly":
      return resolved.early;
    case "resolvedOnTime":
      return resolved.onTime;
    case "resolvedLate":
      return resolved.late;
    case "resolvedNoDueDate":
      return resolved.noDueDate;
    case "open":
      return open.total;
    case "openInTime":
      return open.inTime;
    case "openLate":
      return open.late;
    case "openNoDueDate":
      return open.noDueDate;
    case "late":
      return resolved.late + open.late;
  }
}
