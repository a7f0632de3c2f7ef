import type { Letterhead } from "../domain/settings/settings.ts";
import type { BreakdownRow, Figures } from "../domain/statistics/figures.ts";
import type { ReportedDossier, ReportSource } from "../domain/statistics/report-source.ts";
import type { Period } from "../domain/statistics/period.ts";
import type { Language, Say } from "../wording/wording.ts";

/** What is asked: a period of a unit with all below it, or of the whole agency. */
export interface ReportQuestion {
  period: Period;
  now: Date;
  unitCode?: string;
}

/** In which words a report is written. */
export interface Speech {
  say: Say;
  language: Language;
}

/** What the official form and the narrative report are made of. */
export interface ReportMaterial {
  figures: Figures;
  byField: BreakdownRow[];
  /** Those behind the figures; fewer where there are too many to list. */
  dossiers: ReportedDossier[];
  letterhead: Letterhead;
  /** When the report is drawn up. */
  now: Date;
}

/** A sheet holds a million rows, and nobody reads as many. */
export const mostDossiers = 100_000;

/** Reads it all as it stands at one moment; undefined when there is no such unit. */
export async function readMaterial(
  question: ReportQuestion,
  source: ReportSource,
  letterhead: Letterhead,
): Promise<ReportMaterial | undefined> {
  return await source.atOneMoment(async ({ statistics, dossiers }) => {
    const figures = await statistics.figures(question);
    return (
      figures && {
        figures,
        byField: (await statistics.breakdown({ ...question, by: "field" })).toSorted((a, b) =>
          a.name.localeCompare(b.name, "vi"),
        ),
        dossiers: await dossiers.list({ ...question, measure: "handled", limit: mostDossiers }),
        letterhead,
        now: question.now,
      }
    );
  });
}
