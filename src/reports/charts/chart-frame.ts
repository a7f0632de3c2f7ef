import { asOfNote } from "../as-of.ts";
import type { Speech } from "../report-material.ts";
import type { Chart, ChartKey } from "./chart.ts";
import { fontFamily, palette, textSizePx } from "./palette.ts";
import { textWidth, wrapText } from "./text-width.ts";

export const frameWidthPx = 1080;
const marginPx = 52;
export const bodyWidthPx = frameWidthPx - 2 * marginPx;

interface Line {
  text: string;
  sizePx: number;
  colour: string;
  isBold?: boolean;
}

/** The title that says the finding, what is shown, the drawing, its source and as-of, as one SVG picture. */
export function chartFrame(chart: Chart, body: string, speech: Speech): string {
  let y = marginPx;
  const parts: string[] = [];
  const write = (text: string, style: Omit<Line, "text">, lineHeight: number) => {
    for (const line of wrapText(text, bodyWidthPx, style.sizePx, style.isBold)) {
      parts.push(textAt(marginPx, y + style.sizePx, { text: line, ...style }));
      y += style.sizePx * lineHeight;
    }
  };
  write(chart.finding, { sizePx: 44, colour: palette.ink, isBold: true }, 1.28);
  y += 10;
  write(chart.subtitle, { sizePx: 28, colour: palette.muted }, 1.35);
  y += 16;
  if (chart.keys.length) {
    parts.push(...keyLine(chart.keys, y));
    y += 54;
  }
  parts.push(`<svg x="${marginPx}" y="${y}" width="${bodyWidthPx}" height="${chart.heightPx}">${body}</svg>`);
  y += chart.heightPx + 12;
  write(sourceOf(chart, speech), { sizePx: 24, colour: palette.muted }, 1.4);
  if (chart.figures.isDemonstration) {
    y += 14;
    parts.push(...demonstrationMark(speech.say(speech.language, "chart-demonstration"), y));
    y += 52;
  }
  const height = Math.ceil(y + marginPx);
  const size = `width="${frameWidthPx}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect ${size} fill="${palette.paper}"/>${parts.join("")}</svg>`;
}

/** Where the figures come from, and the moment they stand for. */
export function sourceOf({ figures }: Chart, speech: Speech): string {
  const { say, language } = speech;
  return say(language, "chart-source", { unit: figures.unit.name, asOf: asOfNote(figures, speech) });
}

function keyLine(keys: readonly ChartKey[], y: number): string[] {
  let x = marginPx;
  return keys.flatMap(({ colour, label }) => {
    const square = `<rect x="${x}" y="${y + 4}" width="26" height="26" rx="4" fill="${colour}"/>`;
    const text = textAt(x + 38, y + 27, { text: label, sizePx: textSizePx, colour: palette.ink });
    x += 38 + textWidth(label, textSizePx) + 36;
    return [square, text];
  });
}

function demonstrationMark(text: string, y: number): string[] {
  const width = textWidth(text, 24, true) + 40;
  return [
    `<rect x="${marginPx}" y="${y}" width="${width}" height="46" rx="23" fill="${palette.markPaper}"/>`,
    textAt(marginPx + 20, y + 32, { text, sizePx: 24, colour: palette.mark, isBold: true }),
  ];
}

function textAt(x: number, y: number, { text, sizePx, colour, isBold }: Line): string {
  const weight = isBold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" font-family="${fontFamily}" font-size="${sizePx}"${weight} fill="${colour}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
