import type { Outcome } from "../deadlines/outcome.ts";
import type { SubmissionMode } from "../dossiers/dossier.ts";
import type { Day } from "../vietnam-time.ts";
import type { StatisticsStore } from "./figures.ts";
import type { DossierMeasure } from "./dossier-measures.ts";
import type { DossierReach } from "./dossier-reach.ts";
import type { Breakdown, FiguresQuestion } from "./figures-question.ts";
import type { HandledSpan } from "./handling-time.ts";

/** A dossier behind the figures of a period: nothing in it tells who applied. */
export interface ReportedDossier {
  code: string;
  procedureName: string;
  field: string;
  mode: SubmissionMode;
  receivedOn: Day;
  dueOn: Day | null;
  /** Null when it was open at the as-of moment. */
  resolvedOn: Day | null;
  outcome: Outcome | "open" | "open-late";
}

/** A dossier of a list, with where it is handled. */
export interface ListedDossier extends ReportedDossier {
  unitName: string;
}

/** The dossiers behind one figure: so many as `countOf` says of the same question, as far as the reach goes. */
export interface ListQuestion extends FiguresQuestion {
  measure: DossierMeasure;
  /** Everywhere when left out. */
  reach?: DossierReach | undefined;
}

export interface ReportedDossierStore {
  /** By day of receipt; what is late by due day, the longest overdue first. */
  list(question: ListQuestion & { limit: number; offset?: number }): Promise<ListedDossier[]>;
  count(question: ListQuestion): Promise<number>;
  /** How long what was resolved in the period took, by days of receipt and result. */
  handledSpans(question: FiguresQuestion): Promise<HandledSpan[]>;
  /** The same for each row of a breakdown. */
  handledSpansBy(question: FiguresQuestion & { by: Breakdown }): Promise<HandledRow[]>;
}

/** The spans of one row of a breakdown; code and name as in BreakdownRow. */
export interface HandledRow {
  code: string;
  name: string;
  spans: HandledSpan[];
}

export interface ReportReader {
  statistics: StatisticsStore;
  dossiers: ReportedDossierStore;
}

/** Where reports read: everything `work` reads stands as it was at one moment, so that the parts of a report agree. */
export interface ReportSource {
  atOneMoment<Result>(work: (reader: ReportReader) => Promise<Result>): Promise<Result>;
}
