import type { Outcome } from "../deadlines/outcome.ts";
import type { SubmissionMode } from "../dossiers/dossier.ts";
import type { Day } from "../vietnam-time.ts";
import type { StatisticsStore } from "./figures.ts";
import type { Period } from "./period.ts";

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

export interface ReportedDossierStore {
  /** The first `limit` dossiers that the period's figures count, by day of receipt; the root unit when `unitCode` is absent. */
  list(query: { period: Period; now: Date; unitCode?: string; limit: number }): Promise<ReportedDossier[]>;
}

export interface ReportReader {
  statistics: StatisticsStore;
  dossiers: ReportedDossierStore;
}

/** Where reports read: everything `work` reads stands as it was at one moment, so that the parts of a report agree. */
export interface ReportSource {
  atOneMoment<Result>(work: (reader: ReportReader) => Promise<Result>): Promise<Result>;
}
