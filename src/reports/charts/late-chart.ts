import type { BreakdownRow, DossierFigures } from "../../domain/statistics/figures.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import { lastMonth, seriesUpTo } from "../series.ts";
import type { PlotChart } from "./chart.ts";
import { findLate } from "./find-late.ts";
import { categoryAxis } from "./columns.ts";
import { inkText, palette, textSizePx } from "./palette.ts";
import { wrapText } from "./text-width.ts";

const mostFields = 12;
/** So many late dossiers make the darkest cell at least: one alone is no alarm. */
const leastDarkest = 4;

/** Late dossiers by field and month, over the last twelve months. */
export const lateChart: PlotChart = async (figures, question, reader, speech) => {
  const { say, language } = speech;
  const months = await seriesUpTo({ ...question, period: lastMonth(question) }, reader, 12);
  const byMonth = new Map<string, BreakdownRow[]>();
  for (const { period } of months)
    byMonth.set(period.from, await reader.statistics.breakdown({ ...question, period, by: "field" }));
  const columns = [...byMonth.values()];
  const fields = latest(columns);
  const cells = columns.flatMap((rows, x) =>
    fields.map((field, y) => [x, y, lateIn(rows.find(({ name }) => name === field)?.dossiers)] as const),
  );
  return {
    finding: await findLate(figures, question, reader, speech),
    subtitle: say(language, "chart-late-about"),
    keys: [],
    figures,
    heightPx: Math.max(1, fields.length) * 76 + 96,
    option: {
      grid: { left: 290, right: 0, top: 0, bottom: 92, outerBoundsMode: "none" },
      xAxis: {
        ...categoryAxis(
          months.map(({ period }) => period),
          speech,
        ),
        axisLine: { show: false },
      },
      yAxis: {
        type: "category",
        data: fields.map((field) => wrapText(field, 280, textSizePx).join("\n")),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...inkText, lineHeight: 30 },
      },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(leastDarkest, ...cells.map(([, , late]) => late)),
        inRange: { color: ["#F4F6F8", "#FBD9C0", "#EE9B63", palette.late, "#8F3D00"] },
      },
      series: [heat(cells, speech)],
    },
  };
};

/** Resolved late in the period, or open at its end and late (form II.06a, columns 10 and 13). */
function lateIn(dossiers: DossierFigures | undefined): number {
  return dossiers ? dossiers.resolved.late + dossiers.open.late : 0;
}

/** The fields with the most late dossiers, the most last: it stands on top. */
function latest(columns: readonly BreakdownRow[][]): string[] {
  const sums = new Map<string, number>();
  for (const { name, dossiers } of columns.flat()) sums.set(name, (sums.get(name) ?? 0) + lateIn(dossiers));
  const ranked = [...sums].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, "vi"));
  return ranked
    .slice(0, mostFields)
    .map(([field]) => field)
    .toReversed();
}

function heat(
  cells: readonly (readonly [x: number, y: number, late: number])[],
  { language }: Speech,
): object {
  const most = Math.max(0, ...cells.map(([, , late]) => late));
  const darkest = Math.max(most, leastDarkest);
  return {
    type: "heatmap",
    silent: true,
    itemStyle: { borderColor: palette.paper, borderWidth: 4, borderRadius: 8 },
    data: cells.map(([x, y, late]) => ({
      value: [x, y, late],
      label: {
        ...inkText,
        show: late > 0 || most === 0,
        fontWeight: "bold",
        color: late === 0 ? palette.muted : late > darkest * 0.6 ? palette.paper : palette.ink,
        formatter: () => showNumber(late, language),
      },
    })),
  };
}
