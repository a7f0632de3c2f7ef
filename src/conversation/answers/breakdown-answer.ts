import type { BreakdownRow } from "../../domain/statistics/figures.ts";
import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showBreakdownRow } from "../../wording/show-breakdown-row.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";

const figureColumns = ["carried-over", "received", "online", "resolved", "late", "open"] as const;

/** The dossier figures of a period as a table, a row a field or unit, the total last. */
export function breakdownAnswer(
  rows: readonly BreakdownRow[],
  { period, by, say, language }: { period: Period; by: Breakdown; say: Say; language: Language },
): Block[] {
  const named = { period: showPeriod(say, language, period), days: showPeriodDays(period) };
  const columns = rows.map(countsOf);
  const totals = figureColumns.map((_, at) => columns.reduce((sum, row) => sum + row[at]!, 0));
  const line = (name: string, counts: number[]) => [
    name,
    ...counts.map((count) => showNumber(count, language)),
  ];
  return [
    paragraph(say(language, `breakdown-headline-${by}`, named), "strong"),
    {
      kind: "table",
      head: [
        say(language, `breakdown-name-${by}`),
        ...figureColumns.map((column) => say(language, `breakdown-${column}`)),
      ],
      rows: [
        ...rows.map((row, at) => line(showBreakdownRow(row, by, say, language), columns[at]!)),
        line(say(language, "breakdown-total"), totals),
      ],
    },
  ];
}

/** In the order of `figureColumns`. */
function countsOf({ dossiers }: Pick<BreakdownRow, "dossiers">): number[] {
  const { carriedOver, received, resolved, open } = dossiers;
  return [carriedOver, received.total, received.online, resolved.total, resolved.late, open.total];
}
