import { countOf, dossierMeasures, type DossierMeasure } from "./dossier-measures.ts";
import type { BreakdownRow, Figures } from "./figures.ts";
import type { Period } from "./period.ts";
import type { ReportedDossier } from "./report-source.ts";

/** Figures of a period that is over, as they were signed off and sent. */
export interface SignedFigures {
  /** Digits. */
  id: string;
  signedAt: Date;
  /** A name. */
  signedBy: string;
  /** Number and day of the report that was sent. */
  document?: string;
  figures: Figures;
  byField: BreakdownRow[];
}

/** A dossier whose part in the period has changed since: absent where it was no part of it. */
export interface MovedDossier {
  code: string;
  before?: ReportedDossier;
  after?: ReportedDossier;
}

/** What was signed off stays; signing off again adds a newer one. Its functions throw StoreUnavailableError. */
export interface SignedFiguresStore {
  /** Keeps the figures as they stand, with the dossiers behind them; undefined when there is no such unit. */
  signOff(
    question: { period: Period; now: Date; unitCode?: string },
    by: { name: string; document?: string },
  ): Promise<SignedFigures | undefined>;
  /** The newest of the unit and these days; of the root unit when `unitCode` is absent. */
  find(question: { period: Period; unitCode?: string }): Promise<SignedFigures | undefined>;
  /** The first dossiers behind it, by day of receipt. */
  dossiers(id: string, limit: number): Promise<ReportedDossier[]>;
  /** Dossiers that stand otherwise by now, in the order of their codes, and how many there are in all. */
  moved(
    signed: SignedFigures,
    page: { now: Date; limit: number; offset: number },
  ): Promise<{ total: number; dossiers: MovedDossier[] }>;
}

type AdjustableCount = Exclude<DossierMeasure, "handled" | "late">;
/** All that is counted of dossiers, but for what is a sum of others. */
const adjustableCounts = dossierMeasures.filter(
  (measure): measure is AdjustableCount => measure !== "handled" && measure !== "late",
);

/** What corrections move beside dossiers, as one reads it. */
const besideDossiers = {
  interlinkedHorizontal: ({ interlinked }) => interlinked.horizontal.resolved,
  interlinkedVertical: ({ interlinked }) => interlinked.vertical.resolved,
  feedbackReceived: ({ feedback }) => feedback.received,
  feedbackAnswered: ({ feedback }) => feedback.answered,
  feedbackOnTime: ({ feedback }) => feedback.answeredOnTime,
  feedbackExtended: ({ feedback }) => feedback.answeredExtended,
  assignmentsDue: ({ assignments }) => assignments.due,
  assignmentsDone: ({ assignments }) => assignments.done,
  assignmentsEarly: ({ assignments }) => assignments.early,
  assignmentsOnTime: ({ assignments }) => assignments.onTime,
  assignmentsLate: ({ assignments }) => assignments.late,
} satisfies Record<string, (figures: Figures) => number>;
type BesideDossiers = keyof typeof besideDossiers;

/** One figure that late corrections have moved. */
export interface Adjustment {
  figure: AdjustableCount | BesideDossiers;
  signed: number;
  now: number;
}

/**
 * Every count that late corrections have moved since the figures were signed off: also what was open at the end and late
 * by then, which a date entered or moved later changes. What stands in the catalogue of procedures is no figure of the
 * period and moves with the catalogue.
 */
export function adjustmentsOf(signed: Figures, now: Figures): Adjustment[] {
  const counts = adjustableCounts.map((figure) => ({
    figure,
    signed: countOf(figure, signed.dossiers),
    now: countOf(figure, now.dossiers),
  }));
  const beside = (Object.keys(besideDossiers) as BesideDossiers[]).map((figure) => ({
    figure,
    signed: besideDossiers[figure](signed),
    now: besideDossiers[figure](now),
  }));
  return [...counts, ...beside].filter((each) => each.signed !== each.now);
}
