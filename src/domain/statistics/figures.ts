import type { Day } from "../vietnam-time.ts";
import type { Breakdown, FiguresQuestion } from "./figures-question.ts";
import type { Period } from "./period.ts";

export interface DossierFigures {
  /** Received before the period and not resolved when it began. */
  carriedOver: number;
  received: { total: number; online: number; inPerson: number; postal: number };
  resolved: { total: number; early: number; onTime: number; late: number; noDueDate: number };
  /** Not resolved at the as-of moment. */
  open: { total: number; inTime: number; late: number; noDueDate: number };
}

export interface FeedbackFigures {
  received: number;
  answered: number;
  answeredOnTime: number;
  /** In time only because a leader had granted more of it: never counted as on time. */
  answeredExtended: number;
  byField: {
    field: string | null;
    received: number;
    answered: number;
    answeredOnTime: number;
    answeredExtended: number;
  }[];
}

/** Assignments whose due day falls in the period; `late` and the rest count those done. */
export interface AssignmentFigures {
  due: number;
  done: number;
  early: number;
  onTime: number;
  late: number;
}

/** Names of rates; the value of each is 0–1, or null where there is nothing to divide by. */
export const indicatorNames = ["onlineRateOfReceived", "onlineRateOfHandled", "onTimeRate"] as const;
export type IndicatorName = (typeof indicatorNames)[number];

export interface TargetFigure {
  indicator: IndicatorName;
  /** 0–1. */
  target: number;
  actual: number | null;
  isMet: boolean | null;
  source: string;
}

/** Every figure of one period for one unit with all units below it. */
export interface Figures {
  period: Period;
  unit: { code: string; name: string };
  /** Everything is counted up to this instant: the end of the period's last day, or now if that is earlier. */
  asOf: Date;
  dossiers: DossierFigures;
  interlinked: Record<"horizontal" | "vertical", { procedures: number; resolved: number }>;
  feedback: FeedbackFigures;
  assignments: AssignmentFigures;
  procedures: { published: number; withOnlineDossiers: number };
  indicators: Record<IndicatorName, number | null>;
  /** The definition of the online rate that this deployment chose. */
  chosenOnlineRate: "onlineRateOfReceived" | "onlineRateOfHandled";
  targets: TargetFigure[];
  isDemonstration: boolean;
}

/** One row of a breakdown: the same dossier figures for one unit, field, procedure … alone. */
export interface BreakdownRow {
  /** What filters by it: a unit's or procedure's code, a field's name, a mode, a level, an interlinked kind. */
  code: string;
  /** What people call it; the code itself of a mode, a level, an interlinked kind. */
  name: string;
  dossiers: DossierFigures;
}

export interface StatisticsStore {
  /** Figures of a period for a unit's subtree; the root unit when `unitCode` is absent; undefined when no such unit. */
  figures(query: { period: Period; now: Date; unitCode?: string }): Promise<Figures | undefined>;
  /** The dossier figures alone, of any dossiers. */
  dossiers(question: FiguresQuestion): Promise<DossierFigures>;
  /** The same figures apart: rows with something in them, which sum to the whole, in the order of their codes. */
  breakdown(question: FiguresQuestion & { by: Breakdown }): Promise<BreakdownRow[]>;
  /** First and last day on which anything was received, resolved or reported; undefined when there is nothing. */
  extent(): Promise<{ from: Day; to: Day } | undefined>;
}
