import { acceptedKinds } from "./accepted-kinds.ts";
import { pixelsOf } from "./pixels-of.ts";
import { endsAsZip, examineZip, type ByteSource, type ZipFault } from "./zip-directory.ts";

/** Why a file is not taken: of no kind that is, broken off, made to swell, or two kinds at once. */
export type FileFault = "kind" | ZipFault;

export type FileVerdict =
  | { kind: "fit"; is: "photo" | "file" | "voice"; mediaType: string }
  | { kind: "unfit"; fault: FileFault };

/** The stream that makes a compound file (which spreadsheets and installers are too) a Word document. */
const wordStream = Buffer.from("WordDocument", "utf16le");
/** The largest camera of a phone has two hundred million; what claims more is made to fill a memory. */
const mostPixels = 210_000_000;
const packedLimits = { entries: 2000, unpackedBytes: 200 * 1024 * 1024 };
/** Readers look for the beginning of a page or a document so far into a file. */
const headBytes = 1024;
const page = /<(!doctype\s+html|html|head|body|script|iframe|svg)\b/i;

/** What the bytes say a file is, whatever it is called, and whether all of it is that and nothing else. */
export async function examineFile(content: Buffer): Promise<FileVerdict> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(content);
  // Without parameters, as in `audio/ogg; codecs=opus`.
  const told = found?.mime.split(";")[0];
  const mediaType =
    told === "application/x-cfb" && content.includes(wordStream) ? "application/msword" : told;
  const is = mediaType?.startsWith("audio/") ? "voice" : acceptedKinds[mediaType ?? ""];
  const fault = await faultOf(content, mediaType);
  if (fault) return { kind: "unfit", fault };
  return mediaType !== undefined && is ? { kind: "fit", is, mediaType } : { kind: "unfit", fault: "kind" };
}

async function faultOf(content: Buffer, mediaType: string | undefined): Promise<ZipFault | undefined> {
  const source = sourceOf(content);
  const head = content.subarray(0, headBytes).toString("latin1");
  if (head.startsWith("PK\u0003\u0004")) return examineZip(source, packedLimits);
  if (await endsAsZip(source)) return "two-in-one";
  if (!acceptedKinds[mediaType ?? ""]) return undefined;
  if (page.test(head)) return "two-in-one";
  if (mediaType === "application/pdf") return endsAsPdf(content) ? undefined : "damaged";
  if (head.includes("%PDF-")) return "two-in-one";
  return (pixelsOf(content) ?? 0) > mostPixels ? "bomb" : undefined;
}

/** Whatever some programs add behind the end is short. */
function endsAsPdf(content: Buffer): boolean {
  return content.subarray(-2 * headBytes).includes("%%EOF");
}

function sourceOf(content: Buffer): ByteSource {
  return {
    size: content.length,
    read: async (offset, length) => content.subarray(offset, offset + length),
  };
}
