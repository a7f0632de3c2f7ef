import { inflateSync } from "node:zlib";
import PizZip from "pizzip";
import { readXlsx, type Sheet } from "hucre/xlsx";

/** Every paragraph of a Word document, as one reads it. */
export function wordsOfDocument(bytes: Uint8Array): string[] {
  const xml = new PizZip(bytes).file("word/document.xml")!.asText();
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
    )
    .filter(Boolean);
}

export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  return (await readXlsx(bytes, { readStyles: true })).sheets;
}

/** What a sheet's formulas come to when they are worked out anew: sums of ranges, and whole numbers added to them. */
export function workedOut(sheet: Sheet, formula: string): number {
  return formula
    .split("+")
    .map((term) => {
      const range = /^SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/.exec(term);
      if (!range) return Number(term);
      const [, left, top, right, bottom] = range as unknown as [string, string, string, string, string];
      let sum = 0;
      for (let row = Number(top) - 1; row < Number(bottom); row++)
        for (let column = columnOf(left); column <= columnOf(right); column++)
          sum += Number(sheet.rows[row]![column]);
      return sum;
    })
    .reduce((sum, term) => sum + term, 0);
}

function columnOf(letter: string): number {
  return letter.charCodeAt(0) - 65;
}

export interface Picture {
  width: number;
  height: number;
  /** `#rrggbb` → how many pixels. */
  colours: Map<string, number>;
}

/** Reads a PNG of eight bits a channel with transparency, the kind that resvg writes. */
export function readPng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  const [width, height, bits, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (bits !== 8 || kind !== 6)
    throw new Error(`A PNG of ${bits} bits and colour type ${kind} is not read here.`);
  const pixels = unfiltered(inflateSync(Buffer.concat(chunksOf(png))), width * 4, height);
  const colours = new Map<string, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = `#${pixels.toString("hex", at, at + 3)}`;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  return { width, height, colours };
}

function chunksOf(png: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") chunks.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

/** Each line is kept as what it differs by from its neighbours (PNG, 9.2). */
function unfiltered(raw: Buffer, stride: number, height: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x >= 4 ? pixels[y * stride + x - 4]! : 0;
      const up = y > 0 ? pixels[(y - 1) * stride + x]! : 0;
      const corner = x >= 4 && y > 0 ? pixels[(y - 1) * stride + x - 4]! : 0;
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter]!;
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return pixels;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
