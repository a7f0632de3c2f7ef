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

/** Figures that corrections move, as one reads them. */
const adjustableFigures = [
  "carriedOver",
  "received",
  "receivedOnline",
  "resolved",
  "resolvedEarly",
  "resolvedOnTime",
  "resolvedLate",
  "open",
  "feedbackReceived",
  "feedbackAnswered",
  "assignmentsDue",
  "assignmentsDone",
] as const;
type AdjustableFigure = (typeof adjustableFigures)[number];

/** One figure that late corrections have moved. */
export interface Adjustment {
  figure: AdjustableFigure;
  signed: number;
  now: number;
}

/** What late corrections have moved since the figures were signed off. */
export function adjustmentsOf(signed: Figures, now: Figures): Adjustment[] {
  return adjustableFigures
    .map((figure) => ({ figure, signed: valueOf(signed, figure), now: valueOf(now, figure) }))
    .filter((each) => each.signed !== each.now);
}

function valueOf({ dossiers, feedback, assignments }: Figures, figure: AdjustableFigure): number {
  return {
    carriedOver: dossiers.carriedOver,
    received: dossiers.received.total,
    receivedOnline: dossiers.received.online,
    resolved: dossiers.resolved.total,
    resolvedEarly: dossiers.resolved.early,
    resolvedOnTime: dossiers.resolved.onTime,
    resolvedLate: dossiers.resolved.late,
    open: dossiers.open.total,
    feedbackReceived: feedback.received,
    feedbackAnswered: feedback.answered,
    assignmentsDue: assignments.due,
    assignmentsDone: assignments.done,
  }[figure];
}
