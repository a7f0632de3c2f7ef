import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import { cleanFileName } from "../chat/file-name.ts";
import { readFields, type FormFields } from "./form-fields.ts";

/** A file as it comes; it must be read, or left alone, before the form is answered. */
export interface UploadedFile {
  name: string;
  bytes: AsyncIterable<Buffer>;
  /** Whether it is longer than is taken; at the latest when all of it has been read. */
  isTooLarge(): boolean;
}

const megabyte = 1024 * 1024;
/** What stands around the file in a form. */
const around = megabyte;

/**
 * Reads a form with one file, whose fields come before it. What `take` leaves of it is passed over to the end, for a
 * browser shows no answer that comes while it is still sending.
 */
export async function readUpload<Result>(
  request: FastifyRequest,
  largestMegabytes: number,
  take: (fields: FormFields, file: UploadedFile | undefined) => Promise<Result>,
): Promise<Result> {
  if (!request.isMultipart()) return take(readFields(request.body), undefined);
  const largest = largestMegabytes * megabyte;
  const isTold = Number(request.headers["content-length"] ?? 0) > largest + around;
  // Its type does not know that what is too long may be told by `truncated` alone.
  const options = { limits: { fileSize: largest, files: 1, fields: 10 }, throwFileSizeLimit: false };
  const fields: Record<string, unknown> = {};
  let taken: { result: Result } | undefined;
  let failed: { error: unknown } | undefined;
  try {
    for await (const part of request.parts(options)) {
      if (part.type === "field") fields[part.fieldname] = part.value;
      else {
        const { file } = part;
        const name = cleanFileName(part.filename);
        if (name && !taken && !failed)
          await take(readFields(fields), {
            name,
            bytes: file as AsyncIterable<Buffer>,
            isTooLarge: () => isTold || file.truncated,
          }).then(
            (result) => (taken = { result }),
            (error: unknown) => (failed = { error }),
          );
        file.resume();
      }
    }
  } catch (error) {
    if (!failed)
      throw brokenForm.test(String(error)) ? new Refusal(400, { key: "web-error-bad-request" }) : error;
  }
  if (failed) throw failed.error;
  return taken ? taken.result : take(readFields(fields), undefined);
}

/** The parser's complaints about a broken form have no code. */
const brokenForm = /multipart|needle cannot/i;
