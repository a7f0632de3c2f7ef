import { Resvg } from "@resvg/resvg-js";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, writeBarcode, type WriterOptions } from "zxing-wasm/writer";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

export interface Scene {
  format?: NonNullable<WriterOptions["format"]>;
  /** Degrees. */
  turned?: number;
  /** Standard deviation of the blur, in pixels. */
  blur?: number;
  /** The code's share of the picture's width. */
  share?: number;
}

/** A picture of a sheet of paper with a code on it and words around, as PNG. */
export async function photograph(text: string, scene: Scene = {}): Promise<Buffer> {
  const { format = "QRCode", turned = 0, blur = 0, share = 0.5 } = scene;
  const { svg } = await writeBarcode(text, { format, scale: 4, addQuietZones: true });
  const code = Buffer.from(svg).toString("base64");
  const size = 1000 * share;
  const at = (1000 - size) / 2;
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">
    <rect width="1000" height="1000" fill="#6b5b4b"/>
    <defs><filter id="b"><feGaussianBlur stdDeviation="${blur}"/></filter></defs>
    <g transform="rotate(${turned} 500 500)" filter="url(#b)">
      <rect x="80" y="80" width="840" height="840" fill="#fdfdf8"/>
      <rect x="120" y="120" width="500" height="18" fill="#333"/>
      <rect x="120" y="860" width="300" height="18" fill="#333"/>
      <image x="${at}" y="${at}" width="${size}" height="${size}" href="data:image/svg+xml;base64,${code}"/>
    </g></svg>`;
  return Buffer.from(new Resvg(sheet).render().asPng());
}
