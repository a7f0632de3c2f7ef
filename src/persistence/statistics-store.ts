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
import { countFigures, countPartsOneByOne } from "./count-figures.ts";
import { readKeptFigures } from "./kept-figures/read-kept-figures.ts";
import type { CountedFigures } from "./kept-figures/figures-between.ts";
import { besideDossiers } from "./beside-dossiers-sql.ts";
import { extentSql } from "./statistics-sql.ts";

interface BesideDossiers {
  unit: { code: string; name: string };
  catalogue: { published: number; horizontal: number; vertical: number; online: number };
  tasks: AssignmentFigures;
  matters: (Omit<FeedbackFigures["byField"][number], "field"> & { field: string | null })[];
  targets: Target[];
  isDemonstration: boolean;
  chosenOnlineRate: Figures["chosenOnlineRate"];
}

/** Figures of the sums that are kept with every write, so that a correction shows at once. */
export function createStatisticsStore(sql: Sql): StatisticsStore {
  return {
    async figures({ period, now, unitCode }) {
      const window = countingWindow(period, now);
      const [beside] = await sql.query<BesideDossiers>(besideDossiers, values(period, window, unitCode));
      return beside && assemble(period, window, await countFigures(sql, { period, now, unitCode }), beside);
    },
    async dossiers(question) {
      return checked((await countFigures(sql, question)).dossiers);
    },
    async breakdown(question) {
      const kept = await readKeptFigures(sql, question);
      const parts = kept ?? (await countPartsOneByOne(sql, question));
      return parts
        .map(({ code, name, dossiers }) => ({ code, name, dossiers: checked(dossiers) }))
        .filter(({ dossiers }) => dossiers.carriedOver + dossiers.received.total > 0);
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

function values(period: Period, { start, end, doneBefore }: CountingWindow, unitCode: string | undefined) {
  return [start, end, period.from, unitCode ?? null, period.to, doneBefore];
}

function checked(dossiers: DossierFigures): DossierFigures {
  checkIdentities(dossiers);
  return dossiers;
}

function assemble(
  period: Period,
  { asOf }: CountingWindow,
  { dossiers, linked }: CountedFigures,
  { unit, catalogue, tasks, matters, targets, chosenOnlineRate, isDemonstration }: BesideDossiers,
): Figures {
  checkIdentities(dossiers);
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
    chosenOnlineRate,
    targets: targets
      .filter(({ indicator }) => indicator in indicators)
      .map((target) => compare(target, indicators[target.indicator])),
    isDemonstration,
  };
}

function feedbackOf(matters: BesideDossiers["matters"]): FeedbackFigures {
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
