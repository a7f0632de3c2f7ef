import type { Figures } from "../../domain/statistics/figures.ts";
import { showRate } from "../../wording/numbers.ts";
import type { Speech } from "../report-material.ts";
import { seriesUpTo } from "../series.ts";
import type { PlotChart } from "./chart.ts";
import { findMode, onlineTargetOf } from "./find-mode.ts";
import { categoryAxis, plainGrid, segment } from "./columns.ts";
import { inkText, palette } from "./palette.ts";

const parts = ["online", "inPerson", "postal", "carriedOver"] as const;
type Part = (typeof parts)[number];
const colours: Record<Part, string> = {
  online: palette.early,
  inPerson: palette.inPerson,
  postal: palette.postal,
  carriedOver: palette.carriedOver,
};

/** How the dossiers came in, as shares of what the agency's online rate divides by, with the rate's target. */
export const modeChart: PlotChart = async (figures, question, reader, speech) => {
  const { say, language } = speech;
  const series = await seriesUpTo(question, reader, 8);
  const isOfHandled = figures.chosenOnlineRate === "onlineRateOfHandled";
  const shown = parts.filter((part) => part !== "carriedOver" || isOfHandled);
  return {
    finding: await findMode(figures, question, reader, speech),
    subtitle: say(language, isOfHandled ? "chart-mode-about-handled" : "chart-mode-about-received"),
    keys: shown.map((part) => ({ colour: colours[part], label: say(language, `chart-part-${part}`) })),
    figures,
    heightPx: 760,
    option: {
      grid: { ...plainGrid, top: 24 },
      xAxis: categoryAxis(
        series.map(({ period }) => period),
        speech,
      ),
      yAxis: { show: false, max: 1 },
      series: shown.map((part) => ({
        ...segment(
          colours[part],
          series.map((one) => shareOf(part, one, isOfHandled)),
          {
            from: 0.05,
            // The title's number stands on its column; the rest are there to be compared.
            show: (share) => showRate(part === "online" ? share : Math.round(share * 100) / 100, language),
          },
        ),
        ...(part === "online" ? targetLine(figures, speech) : {}),
      })),
    },
  };
};

function shareOf(part: Part, { dossiers }: Figures, isOfHandled: boolean): number {
  const { received, carriedOver } = dossiers;
  const whole = received.total + (isOfHandled ? carriedOver : 0);
  const count = part === "carriedOver" ? carriedOver : received[part];
  return whole === 0 ? 0 : count / whole;
}

function targetLine(figures: Figures, { say, language }: Speech): object {
  const target = onlineTargetOf(figures);
  if (target === undefined) return {};
  const words = say(language, "chart-mode-target", { target: showRate(target, language) });
  return {
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: palette.ink, width: 3, type: [10, 6] },
      label: {
        ...inkText,
        fontWeight: "bold",
        position: "insideStartTop",
        backgroundColor: palette.paper,
        padding: [4, 8],
        distance: 6,
        formatter: words,
      },
      data: [{ yAxis: target }],
    },
  };
}
