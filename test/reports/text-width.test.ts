import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { textWidth, wrapText } from "../../src/reports/charts/text-width.ts";

const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
);

/** As wide as the picture shows it. */
function drawnWidth(text: string, sizePx: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="10" y="100" font-family="Be Vietnam Pro" font-size="${sizePx}">${text}</text></svg>`;
  return new Resvg(svg, { font: { fontFiles: [fontFile], loadSystemFonts: false } }).getBBox()!.width;
}

describe("the width of a text", () => {
  it.each([
    "Quý III/2026: 93,81% đúng và trước hạn (kỳ trước 91,14%)",
    "Phòng Giao dịch bảo đảm và công tác khác",
    "ĐƯỜNG ẤY KHÔNG ĐỔI – Ỷ lại, giữ nguyên",
  ])("“%s” is what the picture makes of it, to a twentieth", (text) => {
    const drawn = drawnWidth(text, 40);
    expect(Math.abs(textWidth(text, 40) - drawn) / drawn).toBeLessThan(0.05);
  });
});

describe("a title", () => {
  const title = "Quý III/2026: còn 14 hồ sơ đang giải quyết, giảm 9 so với đầu kỳ, không hồ sơ nào quá hạn";

  it("is broken into lines that fit and lose no word", () => {
    const lines = wrapText(title, 900, 44, true);
    expect(lines.join(" ")).toBe(title);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 44, true)).toBeLessThanOrEqual(900);
  });

  it("leaves no word alone on its last line", () => {
    const widths = wrapText(title, 976, 44, true).map((line) => textWidth(line, 44, true));
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
  });

  it("keeps a word that is wider than the line whole", () => {
    expect(wrapText("Ngoằnngoèongoằnngoèo", 20, 44)).toEqual(["Ngoằnngoèongoằnngoèo"]);
  });
});
