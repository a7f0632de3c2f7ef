import type { Figures } from "../../domain/statistics/figures.ts";
import { chartKinds, type ChartKind } from "../../domain/statistics/report-kinds.ts";
import type { ReportReader } from "../../domain/statistics/report-source.ts";
import type { ReportQuestion, Speech } from "../report-material.ts";
import { findBacklog } from "./find-backlog.ts";
import { findLate } from "./find-late.ts";
import { findMode } from "./find-mode.ts";
import { findOutcome } from "./find-outcome.ts";
import { findUnits } from "./find-units.ts";

/** The finding of a chart: its title, and the words for who cannot see it. */
export type FindChart = (
  figures: Figures,
  question: ReportQuestion,
  reader: ReportReader,
  speech: Speech,
) => Promise<string>;

const finds: Record<ChartKind, FindChart> = {
  outcome: findOutcome,
  mode: findMode,
  backlog: findBacklog,
  units: findUnits,
  late: findLate,
};

/** What each chart of a period finds, without drawing it. */
export async function chartFindings(...asked: Parameters<FindChart>): Promise<Record<ChartKind, string>> {
  const found: [ChartKind, string][] = [];
  for (const kind of chartKinds) found.push([kind, await finds[kind](...asked)]);
  return Object.fromEntries(found) as Record<ChartKind, string>;
}
