import type { DossierFigures } from "../../domain/statistics/figures.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import type { ChartKey } from "./chart.ts";
import { segment } from "./columns.ts";
import { palette } from "./palette.ts";

const parts = ["late", "onTime", "early", "noDueDate"] as const;
const colours = {
  late: palette.late,
  onTime: palette.onTime,
  early: palette.early,
  noDueDate: palette.undated,
};

/** What was resolved, by outcome, as stacked segments: late ones first, so that they can be compared. */
export function outcomeSegments(
  rows: readonly DossierFigures[],
  labelledFrom: number,
  { say, language }: Speech,
): { keys: ChartKey[]; segments: object[] } {
  const shown = parts.filter(
    (part) => part !== "noDueDate" || rows.some(({ resolved }) => resolved.noDueDate),
  );
  return {
    keys: shown.map((part) => ({ colour: colours[part], label: say(language, `chart-part-${part}`) })),
    segments: shown.map((part) =>
      segment(
        colours[part],
        rows.map(({ resolved }) => resolved[part]),
        { from: labelledFrom, show: (count) => showNumber(count, language) },
      ),
    ),
  };
}
