import type {
  AssignmentFigures,
  DossierFigures,
  FeedbackFigures,
  Figures,
  IndicatorName,
  StatisticsStore,
  TargetFigure,
} from "../domain/statistics/figures.ts";
import { countingWindow, type CountingWindow } from "../domain/statistics/counting-window.ts";
import { checkIdentities } from "../domain/statistics/identities.ts";
import { indicatorsOf } from "../domain/statistics/indicators.ts";
import type { Period } from "../domain/statistics/period.ts";
import type { Day } from "../domain/vietnam-time.ts";
import type { Sql } from "./database.ts";
import { readCounts, type DossierCounts } from "./statistics-rows.ts";
import {
  breakdownSql,
  dossierCountsSql,
  extentSql,
  figuresSql,
  settingsSql,
  targetsSql,
  unitSql,
} from "./statistics-sql.ts";

interface FiguresRow {
  dossiers: DossierCounts;
  linked: Record<"horizontal" | "vertical", number>;
  catalogue: { published: number; horizontal: number; vertical: number; online: number };
  tasks: AssignmentFigures;
  matters: (Omit<FeedbackFigures["byField"][number], "field"> & { field: string | null })[];
}

interface SettingsRow {
  isDemonstration: boolean;
  chosenOnlineRate: Figures["chosenOnlineRate"];
}

/** Figures counted from the rows themselves, so that a correction shows at once. */
export function createStatisticsStore(sql: Sql): StatisticsStore {
  return {
    async figures({ period, now, unitCode }) {
      const [unit] = await sql.query<{ code: string; name: string }>(unitSql, [unitCode ?? null]);
      if (!unit) return undefined;
      const window = countingWindow(period, now);
      const [row] = await sql.query<FiguresRow>(figuresSql, values(period, window, unitCode));
      const [settings] = await sql.query<SettingsRow>(settingsSql);
      const targets = await sql.query<Target>(targetsSql, [period.to, unitCode ?? null, period.from]);
      return assemble(period, unit, window, row!, settings!, targets);
    },
    async dossiers({ period, now, ...filter }) {
      const values = windowValues(period, now);
      const [row] = await sql.query<DossierCounts>(dossierCountsSql(filter, values), values);
      return checked(row!);
    },
    async breakdown({ period, now, by, ...filter }) {
      const values = windowValues(period, now);
      const rows = await sql.query<DossierCounts & { code: string; name: string }>(
        breakdownSql(by, filter, values),
        values,
      );
      return rows.map(({ code, name, ...row }) => ({ code, name, dossiers: checked(row) }));
    },
    async extent() {
      const [extent] = await sql.query<{ from: Day | null; to: Day | null }>(extentSql);
      return extent?.from && extent.to ? { from: extent.from, to: extent.to } : undefined;
    },
  };
}

interface Target {
  indicator: IndicatorName;
  target: number;
  source: string;
}

function values(
  period: Period,
  { start, end, lateBefore, doneBefore }: CountingWindow,
  unitCode: string | undefined,
) {
  return [start, end, lateBefore, unitCode ?? null, period.from, period.to, doneBefore];
}

function windowValues(period: Period, now: Date): unknown[] {
  const { start, end, lateBefore } = countingWindow(period, now);
  return [start, end, lateBefore];
}

function checked(row: DossierCounts): DossierFigures {
  const dossiers = readCounts(row);
  checkIdentities(dossiers);
  return dossiers;
}

function assemble(
  period: Period,
  unit: Figures["unit"],
  { asOf }: CountingWindow,
  { dossiers: counts, linked, catalogue, tasks, matters }: FiguresRow,
  settings: SettingsRow,
  targets: Target[],
): Figures {
  const dossiers = checked(counts);
  const indicators = indicatorsOf(dossiers);
  return {
    period,
    unit,
    asOf,
    dossiers,
    interlinked: {
      horizontal: { procedures: catalogue.horizontal, resolved: linked.horizontal },
      vertical: { procedures: catalogue.vertical, resolved: linked.vertical },
    },
    feedback: feedbackOf(matters),
    assignments: tasks,
    procedures: { published: catalogue.published, withOnlineDossiers: catalogue.online },
    indicators,
    chosenOnlineRate: settings.chosenOnlineRate,
    targets: targets.map((target) => compare(target, indicators[target.indicator])),
    isDemonstration: settings.isDemonstration,
  };
}

function feedbackOf(matters: FiguresRow["matters"]): FeedbackFigures {
  const sum = (of: "received" | "answered" | "answeredOnTime" | "answeredExtended") =>
    matters.reduce((total, row) => total + row[of], 0);
  return {
    received: sum("received"),
    answered: sum("answered"),
    answeredOnTime: sum("answeredOnTime"),
    answeredExtended: sum("answeredExtended"),
    byField: matters,
  };
}

function compare({ indicator, target, source }: Target, actual: number | null): TargetFigure {
  return { indicator, target, actual, isMet: actual === null ? null : actual >= target, source };
}
