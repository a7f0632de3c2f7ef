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

/** One entry of a zip; what it claims to unpack to may be a lie. */
interface ZipEntry {
  name: string;
  content: Buffer;
  unpacked?: number;
  method?: number;
}

/** A zip of entries as they are given, with its directory. */
export function zipOf(entries: readonly ZipEntry[], { before = Buffer.alloc(0) } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, unpacked = content.length, method = 0 } of entries) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(unpacked, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, Buffer.from(name), content]);
    const listed = Buffer.alloc(46);
    listed.write("PK\u0001\u0002", "latin1");
    facts.copy(listed, 6);
    listed.writeUInt32LE(before.length + offset, 42);
    directory.push(listed, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(before.length + offset, 16);
  return Buffer.concat([before, ...locals, list, end]);
}

const zip = (entries: Record<string, string>) =>
  zipOf(Object.entries(entries).map(([name, text]) => ({ name, content: Buffer.from(text) })));

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
  pdf: Buffer.concat([padded("%PDF-1.7\n"), Buffer.from("%%EOF\n")]),
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
