import type { BreakdownRow } from "../domain/statistics/figures.ts";
import type { Breakdown, OnlineLevel } from "../domain/statistics/figures-question.ts";
import type { Interlinked, SubmissionMode } from "../domain/dossiers/dossier.ts";
import type { Language, Say } from "./wording.ts";

/** What people call a row of a breakdown: names are the deployment's, modes, levels and kinds have words of ours. */
export function showBreakdownRow(
  { code, name }: Pick<BreakdownRow, "code" | "name">,
  by: Breakdown,
  say: Say,
  language: Language,
): string {
  switch (by) {
    case "mode":
      return say(language, `report-mode-${code as SubmissionMode}`);
    case "level":
      return say(language, `level-${code as OnlineLevel}`);
    case "interlinked":
      return say(language, `interlinked-${code as Interlinked}`);
    case "unit":
    case "field":
    case "procedure":
      return name;
  }
}
