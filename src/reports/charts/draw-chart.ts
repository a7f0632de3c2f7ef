import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, VisualMapComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Speech } from "../report-material.ts";
import { chartFrame, frameWidthPx, bodyWidthPx } from "./chart-frame.ts";
import type { Chart } from "./chart.ts";
import { fontFamily } from "./palette.ts";
import { textWidth } from "./text-width.ts";

use([BarChart, LineChart, HeatmapChart, GridComponent, MarkLineComponent, VisualMapComponent, SVGRenderer]);
// Without a canvas every letter outside ASCII would be taken for as wide as it is high.
setPlatformAPI({
  measureText: (text, font = "12px") => ({
    width: textWidth(text, Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12"), font.includes("bold")),
  }),
});

const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve("@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"),
  require.resolve("@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf"),
];

/** The picture as a PNG 1.080 pixels wide, read on a phone without zooming. */
export function drawChart(chart: Chart, speech: Speech): Uint8Array {
  const svg = chartFrame(chart, drawBody(chart), speech);
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: frameWidthPx },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  return picture.render().asPng();
}

function drawBody({ option, heightPx }: Chart): string {
  const body = init(null, null, { renderer: "svg", ssr: true, width: bodyWidthPx, height: heightPx });
  try {
    body.setOption({ animation: false, textStyle: { fontFamily }, ...option });
    return body.renderToSVGString();
  } finally {
    body.dispose();
  }
}
