import type { Period } from "../../domain/statistics/period.ts";
import { showDay, yearOf } from "../../domain/vietnam-time.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { Speech } from "../report-material.ts";
import { inkText, mutedText, palette } from "./palette.ts";

/** What the columns of several periods share: axis, segments, and the numbers on top. */
export const plainGrid = { left: 8, right: 8, top: 16, bottom: 92, outerBoundsMode: "none" };

export function categoryAxis(periods: readonly Period[], speech: Speech): object {
  return {
    type: "category",
    data: periods.map((period, at) => shortName(period, periods[at - 1], speech)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.muted, width: 2 } },
    axisLabel: { ...mutedText, lineHeight: 34, interval: 0, margin: 14 },
  };
}

/** In two lines, narrow enough for a column: `Quý I` over `2021`; months tell the year where it begins. */
function shortName(period: Period, before: Period | undefined, { say, language }: Speech): string {
  const year = period.year ?? yearOf(period.to);
  if (period.kind === "month") return `T${period.number}\n${before?.year === year ? "" : year}`;
  if (period.kind === "quarter")
    return showPeriod(say, language, { ...period, basis: "reporting" }).replace("/", "\n");
  return `${showDay(period.to).slice(0, 5)}\n${year}`;
}

/** One colour of stacked columns; a number is written where the segment is at least `from` high. */
export function segment(
  colour: string,
  values: readonly number[],
  { from, show }: { from: number; show: (value: number) => string },
): object {
  const isDark = colour === palette.early || colour === palette.late;
  return {
    type: "bar",
    stack: "all",
    barMaxWidth: 150,
    barCategoryGap: "14%",
    silent: true,
    itemStyle: { color: colour, borderColor: palette.paper, borderWidth: 1 },
    data: values.map((value) => ({
      value,
      label: {
        ...inkText,
        show: value > 0 && value >= from,
        color: isDark ? palette.paper : palette.ink,
        formatter: () => show(value),
      },
    })),
  };
}

/** Labels over the columns, in rich text: `{total|…}`, `{late|…}`. */
export function topLabels(tops: readonly (readonly [height: number, label: string])[]): object {
  return {
    type: "line",
    silent: true,
    symbolSize: 0,
    lineStyle: { opacity: 0 },
    data: tops.map(([value, label]) => ({
      value,
      label: {
        ...inkText,
        show: true,
        position: "top",
        formatter: label,
        rich: {
          total: { ...inkText, fontWeight: "bold", fontSize: 30, align: "center", lineHeight: 36 },
          late: { ...inkText, color: palette.late, fontWeight: "bold", align: "center", lineHeight: 34 },
        },
      },
    })),
  };
}
