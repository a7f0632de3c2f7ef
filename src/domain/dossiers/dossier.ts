import type { Day } from "../vietnam-time.ts";

/** How the dossier reached the agency (hình thức nộp). */
export const submissionModes = ["online", "in-person", "postal"] as const;
export type SubmissionMode = (typeof submissionModes)[number];

/** Interlinked with agencies of the same level (ngang) or of the level above (dọc). */
export const interlinkedKinds = ["none", "horizontal", "vertical"] as const;
export type Interlinked = (typeof interlinkedKinds)[number];

/** The ten states of the national public service portal, in its order (1–10). */
export const dossierStatuses = [
  "registered",
  "accepted",
  "not-accepted",
  "in-progress",
  "awaiting-papers",
  "awaiting-fee",
  "withdrawn",
  "stopped",
  "result-ready",
  "returned",
] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** States after which nobody works on the dossier any more. */
export const settledStatuses: readonly DossierStatus[] = [
  "not-accepted",
  "withdrawn",
  "stopped",
  "result-ready",
  "returned",
];

/** One application to one procedure, as the status answer needs it. */
export interface Dossier {
  code: string;
  procedureName: string;
  /** Working days the law gives; null when the catalogue does not say. */
  procedureWorkingDays: number | null;
  procedureFee: string | null;
  unitName: string;
  submissionMode: SubmissionMode;
  status: DossierStatus;
  receivedAt: Date | null;
  dueAt: Date | null;
  /** The day on which the due instant falls in Vietnam. */
  dueOn: Day | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
  applicantName: string | null;
  applicantPhone: string | null;
  partnerAgency: string | null;
  isDemonstration: boolean;
  /** The apology given for lateness, with its one new date. */
  apology: { reason: string; newDueOn: Day } | null;
  /** Oldest first. */
  history: DossierEvent[];
}

/** A status change, or a change of the due date, with when it happened and which file or person said so. */
export interface DossierEvent {
  happenedAt: Date;
  fromStatus: DossierStatus | null;
  toStatus: DossierStatus;
  dueAt: Date | null;
  source: string;
}
