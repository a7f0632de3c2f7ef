import type { Period } from "../domain/statistics/period.ts";
import type { ReportKind } from "../domain/statistics/report-kinds.ts";
import { showPeriod } from "./show-period.ts";
import type { Language, Say } from "./wording.ts";

/** What a report is called as a file, safe on every system: `Biểu II.06a – Quý I-2021.xlsx`. */
export function reportFileName(
  say: Say,
  language: Language,
  report: ReportKind,
  { period, unitCode }: { period: Period; unitCode?: string },
): string {
  const shown = showPeriod(say, language, period);
  const title =
    report.kind === "png"
      ? say(language, "report-file-png", {
          chart: say(language, `chart-name-${report.chart}`),
          period: shown,
        })
      : say(language, `report-file-${report.kind}`, { period: shown });
  const named = unitCode === undefined ? title : `${title} – ${unitCode}`;
  return `${named.replaceAll(/[/\\:*?"<>|]/g, "-")}.${report.kind}`;
}
