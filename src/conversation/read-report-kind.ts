import type { ChartKind, ReportKind } from "../domain/statistics/report-kinds.ts";
import { fold } from "./understanding/text/fold.ts";

const charts: readonly (readonly [RegExp, ChartKind])[] = [
  [/\b(mode|truc tuyen|online|hinh thuc|nop)\b/, "mode"],
  [/\b(backlog|ton|ton dong|dang giai quyet)\b/, "backlog"],
  [/\b(units|don vi|phong)\b/, "units"],
  [/\b(late|tre|tre han|qua han)\b/, "late"],
];

/** The file that words ask for: "xuất excel quý 1", "báo cáo quý 1 bản word", "biểu đồ hồ sơ trễ hạn"; undefined: none. */
export function readReportKind(text: string): ReportKind | undefined {
  const words = fold(text);
  if (/\b(xlsx|excel|bieu mau|ii 06a|06a)\b/.test(words)) return { kind: "xlsx" };
  if (/\b(docx|word|van ban bao cao|bao cao van ban)\b/.test(words)) return { kind: "docx" };
  if (!/\b(png|bieu ?do|do thi|chart|graph|ve hinh)\b/.test(words)) return undefined;
  const chart = charts.find(([sign]) => sign.test(words))?.[1] ?? "outcome";
  return { kind: "png", chart };
}
