import type { Period } from "../domain/statistics/period.ts";
import type { ReportKind } from "../domain/statistics/report-kinds.ts";
import type { Language } from "../wording/wording.ts";
import type { FileBlock } from "./reply.ts";

/** The figures that a file is to show, as they stand at `now`. */
export interface ReportOrder {
  report: ReportKind;
  period: Period;
  unitCode?: string;
  now: Date;
  language: Language;
}

/**
 * Has a report drawn up as a file, beside the turn: drawing takes longer than a conversation may be held. Undefined when
 * there is no such unit.
 */
export type OrderReport = (order: ReportOrder) => Promise<FileBlock | undefined>;
