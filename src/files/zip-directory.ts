/** Bytes of a file, wherever it is. */
export interface ByteSource {
  size: number;
  /** As many as asked for, or up to the end. */
  read: (offset: number, length: number) => Promise<Buffer>;
}

/** What a packed file may come to. Judged by its directory, before anything of it is unpacked. */
interface ZipLimits {
  entries: number;
  unpackedBytes: number;
}

/** What is wrong with a packed file; undefined: nothing. */
export type ZipFault = "damaged" | "bomb" | "two-in-one";

const longestComment = 0xffff;
const endLength = 22;
const entryLength = 46;
/** Deflate packs nothing that people write as tightly as this; only what is made to swell. */
const steepestRatio = 300;
const smallBytes = 10 * 1024 * 1024;
const mostDirectoryBytes = 8 * 1024 * 1024;
const inZip64 = 0xffffffff;

interface Directory {
  offset: number;
  length: number;
  entries: number;
}

interface Entry {
  offset: number;
  packed: number;
  unpacked: number;
}

/**
 * Judges a ZIP (so also XLSX and DOCX) by its directory: that the file is one archive from its first byte to its last,
 * that its parts do not overlap, and that it does not swell beyond `limits`.
 */
export async function examineZip(source: ByteSource, limits: ZipLimits): Promise<ZipFault | undefined> {
  const directory = await findDirectory(source);
  if (!directory) return "damaged";
  const { offset, length, entries } = directory;
  if (entries > limits.entries || length > mostDirectoryBytes) return "bomb";
  if (offset + length > source.size) return "damaged";
  const listed = readEntries(await source.read(offset, length), entries);
  if (!listed) return "damaged";
  const [first] = listed.toSorted((one, other) => one.offset - other.offset);
  // Something else stands before what the archive knows of: it is a picture or a program as well.
  if (first && first.offset !== 0) return "two-in-one";
  const unpacked = listed.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = listed.reduce((sum, entry) => sum + entry.packed, 0);
  const isSteep = ({ packed: from, unpacked: to }: Entry) => to > smallBytes && to > steepestRatio * from;
  // Parts that are more than the file holds lie over each other.
  if (unpacked > limits.unpackedBytes || packed > source.size || listed.some(isSteep)) return "bomb";
  return undefined;
}

/** Whether an archive ends here, for files that ought to be none. */
export async function endsAsZip(source: ByteSource): Promise<boolean> {
  const directory = await findDirectory(source);
  return (
    directory !== undefined && directory.entries > 0 && directory.offset + directory.length <= source.size
  );
}

/** Where the directory is, by the record at the file's end. */
async function findDirectory({ size, read }: ByteSource): Promise<Directory | undefined> {
  const tailLength = Math.min(size, endLength + longestComment);
  const tail = await read(size - tailLength, tailLength);
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + endLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const directory = {
      entries: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    return directory.offset === inZip64 || directory.entries === 0xffff
      ? readLargeEnd(tail.subarray(0, at), { size, read })
      : directory;
  }
  return undefined;
}

/** The record of archives that may be larger than four gigabytes, which some programs write for small ones too. */
async function readLargeEnd(before: Buffer, { size, read }: ByteSource): Promise<Directory | undefined> {
  const locator = before.length - 20;
  if (locator < 0 || before.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const at = Number(before.readBigUInt64LE(locator + 8));
  if (at + 56 > size) return undefined;
  const end = await read(at, 56);
  if (end.length < 56 || end.readUInt32LE(0) !== 0x06064b50) return undefined;
  return {
    entries: Number(end.readBigUInt64LE(32)),
    length: Number(end.readBigUInt64LE(40)),
    offset: Number(end.readBigUInt64LE(48)),
  };
}

function readEntries(directory: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const extraAt = at + entryLength + nameLength;
    const next = extraAt + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) return undefined;
    const large = largeSizes(directory.subarray(extraAt, extraAt + extraLength));
    // In this order, and each only where its place says so.
    const take = (told: number) => (told === inZip64 ? (large.shift() ?? Infinity) : told);
    const unpacked = take(directory.readUInt32LE(at + 24));
    const packed = take(directory.readUInt32LE(at + 20));
    entries.push({ unpacked, packed, offset: take(directory.readUInt32LE(at + 42)) });
    at = next;
  }
  return at === directory.length ? entries : undefined;
}

function largeSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, place) =>
      Number(field.readBigUInt64LE(place * 8)),
    );
  }
  return [];
}
