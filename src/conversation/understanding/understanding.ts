import type { CodeFault } from "../../domain/dossiers/dossier-code.ts";
import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import type { Period, PeriodBasis } from "../../domain/statistics/period.ts";
import type { StaffRole } from "../../domain/staff/staff-member.ts";

/** What a person can want. `unknown` is a real answer: better one question back than a confident wrong reading. */
export type Intent =
  | "dossier_status"
  | "dossier_detail"
  | "dossier_follow"
  | "dossier_unfollow"
  | "statistics"
  | "figure_definition"
  | "sign_off"
  | "figure_subscription"
  | "adjustments"
  | "targets"
  | "service_quality"
  | "feedback_new"
  | "feedback_status"
  | "procedure_info"
  | "office_info"
  | "my_work"
  | "complaint"
  | "denunciation"
  | "state_secret"
  | "emergency"
  | "human"
  | "data_access"
  | "data_erasure"
  | "greeting"
  | "thanks"
  | "help"
  | "start"
  | "cancel"
  | "back"
  | "confirm"
  | "deny"
  | "language"
  | "link_account"
  | "staff_pages"
  | "unreadable_photo"
  | "relay"
  | "absence"
  | "apology"
  | "unknown";

export type Measure =
  | "received"
  | "resolved"
  | "late"
  | "early"
  | "onTime"
  | "open"
  | "onlineRate"
  | "onTimeRate"
  | "handlingTime"
  | "feedback"
  | "assignments";

export interface Entities {
  /** Canonical: upper case, no spaces. */
  dossierCode?: string;
  /** PA-2026-000123 */
  ticketCode?: string;
  /** Set when no code was found but something was meant as one: the part of it that cannot be right. */
  codeFault?: CodeFault;
  /** Resolved against the clock of the context. */
  period?: Period;
  /** Words like a period that no calendar has, as they were written: "quý 5", "31/2". */
  invalidPeriod?: string;
  /** Unit code. */
  unit?: string;
  /** Field name as in the catalogue. */
  field?: string;
  /** Procedure code. */
  procedure?: string;
  /** Ten digits from 0. */
  phone?: string;
  quantity?: number;
  comparison?: "previous" | "sameLastYear";
  breakdown?: Breakdown;
  measure?: Measure;
  language?: "vi" | "en";
}

export interface Understanding {
  /** The text as it was written. */
  text: string;
  intent: Intent;
  /** 0–1. */
  confidence: number;
  entities: Entities;
  /** Other readings, likeliest first. */
  alternatives: { intent: Intent; confidence: number }[];
}

/** Names the deployment knows, read from its database: a new unit or procedure is understood without a release. */
export interface Gazetteer {
  units: { code: string; name: string }[];
  fields: string[];
  procedures: { code: string; name: string }[];
}

export interface UnderstandingContext {
  now: Date;
  role: "citizen" | StaffRole;
  periodBasis: PeriodBasis;
}

/** Reads one message. Pure; a hosted model could stand behind the same type. */
export type Understand = (text: string, context: UnderstandingContext) => Understanding;
