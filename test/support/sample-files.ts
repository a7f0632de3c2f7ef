import { crc32, deflateSync } from "node:zlib";

// Small files of the kinds that people send, true to their kind's first bytes and whole where a browser shows them.

/** A picture of one colour: red, green, blue from 0 to 255. */
export function png(width: number, height: number, colour: [number, number, number]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([uint32(content.length), typed, uint32(crc32(typed))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A zip of stored entries, as far as it takes to tell what it is. */
function zip(entries: Record<string, string>): Buffer {
  const locals = Object.entries(entries).map(([name, text]) => {
    const header = Buffer.alloc(30);
    header.write("PK\u0003\u0004", "latin1");
    header.writeUInt32LE(crc32(text), 14);
    header.writeUInt32LE(text.length, 18);
    header.writeUInt32LE(text.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name + text)]);
  });
  return Buffer.concat(locals);
}

const contentTypes = (type: string) =>
  `<Types><Override PartName="/document.xml" ContentType="application/vnd.${type}.main+xml"/></Types>`;
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");
const padded = (...parts: (string | Buffer)[]) =>
  Buffer.concat([...parts.map((part) => Buffer.from(part as string)), Buffer.alloc(600)]);

export const sampleFiles = {
  png: png(8, 8, [200, 60, 40]),
  jpeg: padded(Buffer.from("ffd8ffe000104a46494600", "hex")),
  webp: padded("RIFF\u0000\u0000\u0000\u0000WEBPVP8 "),
  heic: padded("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic"),
  pdf: padded("%PDF-1.7\n"),
  docx: zip({
    "[Content_Types].xml": contentTypes("openxmlformats-officedocument.wordprocessingml.document"),
    "word/document.xml": "<w:document/>",
  }),
  xlsx: zip({
    "[Content_Types].xml": contentTypes("openxmlformats-officedocument.spreadsheetml.sheet"),
    "xl/workbook.xml": "<workbook/>",
  }),
  doc: padded(compoundFile, Buffer.from("Root Entry\u0000WordDocument", "utf16le")),
  xls: padded(compoundFile, Buffer.from("Root Entry\u0000Workbook", "utf16le")),
  ogg: padded("OggS\u0000\u0002", Buffer.alloc(22), "OpusHead"),
  mp3: padded("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000", Buffer.from("fffb9064", "hex")),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  html: Buffer.from("<!doctype html><script>alert(1)</script>"),
  program: padded("MZ"),
  text: Buffer.from("xin chào"),
} as const;
