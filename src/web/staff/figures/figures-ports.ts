import type { FigureRunStore } from "../../../domain/statistics/figure-run.ts";
import type { Figures } from "../../../domain/statistics/figures.ts";
import type { PeriodBasis } from "../../../domain/statistics/period.ts";
import type { ChartKind, ReportKind } from "../../../domain/statistics/report-kinds.ts";
import type { ReportReader, ReportSource } from "../../../domain/statistics/report-source.ts";
import type { SignedFiguresStore } from "../../../domain/statistics/signed-figures.ts";
import type { Period } from "../../../domain/statistics/period.ts";
import type { Language } from "../../../wording/wording.ts";

/** What the figures' pages need of the rest. */
export interface FiguresPorts {
  source: ReportSource;
  signed: Pick<SignedFiguresStore, "find">;
  /** So that the figures can be asked for again by their number. */
  runs: Pick<FigureRunStore, "keep">;
  periodBasis: () => Promise<PeriodBasis>;
  /** What each chart of the figures says in its title. */
  findings: (
    figures: Figures,
    question: { period: Period; now: Date; unitCode?: string },
    reader: ReportReader,
    language: Language,
  ) => Promise<Record<ChartKind, string>>;
  /** A report of a period as a file; undefined when there is no such unit. */
  report: (
    kind: ReportKind,
    question: { period: Period; now: Date; unitCode?: string },
    language: Language,
  ) => Promise<{ name: string; mediaType: string; bytes: Uint8Array } | undefined>;
}
