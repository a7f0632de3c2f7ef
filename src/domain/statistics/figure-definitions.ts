import type { DossierMeasure } from "./dossier-measures.ts";
import type { Figures } from "./figures.ts";
import type { FigureMeasure } from "./figure-measures.ts";
import type { HandlingTime } from "./handling-time.ts";

/** Where a definition is laid down; `house`: by no rule, it is this program's own. */
type LegalSource = "form-06a" | "decree-61" | "decision-766" | "decree-09" | "decree-20" | "house";

/** Each figure that can be explained, with where its definition comes from; its words stand in locales. */
export const figureDefinitions = {
  received: ["form-06a", "decree-09"],
  carriedOver: ["form-06a"],
  handled: ["form-06a"],
  resolved: ["form-06a"],
  early: ["form-06a"],
  onTime: ["form-06a"],
  late: ["form-06a"],
  open: ["form-06a"],
  onlineRateOfReceived: ["form-06a", "decision-766"],
  onlineRateOfHandled: ["form-06a", "house"],
  onTimeRate: ["decision-766"],
  handlingTime: ["decree-61", "house"],
  feedback: ["decree-20"],
  assignments: ["house"],
} as const satisfies Record<string, readonly LegalSource[]>;
export type FigureDefinition = keyof typeof figureDefinitions;

/** Parts of what a definition counts: its formula and source are theirs, and a sentence says which part. */
export const definedParts = [
  "receivedOnline",
  "receivedInPerson",
  "receivedPostal",
  "resolvedLate",
  "resolvedNoDueDate",
  "openInTime",
  "openLate",
  "openNoDueDate",
] as const satisfies readonly DossierMeasure[];

/** The definition that explains what was asked for. */
export function definitionOf(measure: FigureMeasure, chosen: Figures["chosenOnlineRate"]): FigureDefinition {
  if (measure === "onlineRate") return chosen;
  return measure === "onTimeRate" || measure === "handlingTime" ? measure : definitionOfCount(measure);
}

/** The same of what can be counted. */
export function definitionOfCount(measure: DossierMeasure): FigureDefinition {
  switch (measure) {
    case "resolvedEarly":
      return "early";
    case "resolvedOnTime":
      return "onTime";
    case "resolvedLate":
    case "openLate":
      return "late";
    case "receivedOnline":
    case "receivedInPerson":
    case "receivedPostal":
      return "received";
    case "resolvedNoDueDate":
      return "resolved";
    case "openInTime":
    case "openNoDueDate":
      return "open";
    default:
      return measure;
  }
}

/** The numbers of a formula, by the names that its words have for them. */
export function formulaNumbers(
  { dossiers, feedback, assignments, indicators }: Figures,
  time: HandlingTime,
): { [Definition in FigureDefinition]: Record<string, number | null> } {
  const { carriedOver, received, resolved, open } = dossiers;
  const handled = carriedOver + received.total;
  return {
    received: { ...received },
    carriedOver: { total: carriedOver },
    handled: { carriedOver, received: received.total, total: handled },
    resolved: { ...resolved },
    early: { total: resolved.early, resolved: resolved.total },
    onTime: { total: resolved.onTime, resolved: resolved.total },
    late: { resolvedLate: resolved.late, openLate: open.late, total: resolved.late + open.late },
    open: { handled, resolved: resolved.total, total: open.total },
    onlineRateOfReceived: {
      online: received.online,
      received: received.total,
      rate: indicators.onlineRateOfReceived,
    },
    onlineRateOfHandled: { online: received.online, handled, rate: indicators.onlineRateOfHandled },
    onTimeRate: {
      early: resolved.early,
      onTime: resolved.onTime,
      resolved: resolved.total,
      rate: indicators.onTimeRate,
    },
    handlingTime: { resolved: time.count, median: time.medianDays, ninetieth: time.ninetiethDays },
    feedback: {
      received: feedback.received,
      answered: feedback.answered,
      onTime: feedback.answeredOnTime,
      extended: feedback.answeredExtended,
    },
    assignments: { due: assignments.due, done: assignments.done, late: assignments.late },
  };
}
