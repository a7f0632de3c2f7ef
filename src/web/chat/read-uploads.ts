import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { Upload } from "../../conversation/attachments/attachment-store.ts";
import type { Attachment } from "../../conversation/inbound-message.ts";
import { Refusal } from "../refusal.ts";
import { largestFileMegabytes, mostFiles } from "../../files/accepted-kinds.ts";
import { examineFile, type FileFault } from "../../files/examine-file.ts";
import { cleanFileName } from "./file-name.ts";

export type UploadedFile = Pick<Upload, "kind" | "name" | "mediaType" | "content">;

const largestFieldBytes = 64 * 1024;
const limits = {
  fileSize: largestFileMegabytes * 1024 * 1024,
  files: mostFiles,
  fieldSize: largestFieldBytes,
  fields: 10,
};

/**
 * Reads a form with files, handing each one to `keep`, which tells its id, so that one at most is in memory. The fields
 * become the request's body as with other forms, so far as they were read. Refuses what is not accepted, in a sentence.
 */
export async function readUploads(
  request: FastifyRequest,
  keep: (file: UploadedFile) => Promise<string>,
): Promise<Attachment[]> {
  const fields: Record<string, unknown> = {};
  request.body = fields;
  const attachments: Attachment[] = [];
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === "field") fields[part.fieldname] = part.value;
      else {
        const file = await readFile(part);
        if (file) attachments.push(describe(file, await keep(file)));
      }
    }
  } catch (error) {
    throw inWords(error);
  }
  return attachments;
}

/** The parser's complaints about a broken form have no code. */
const brokenForm = /multipart|needle cannot/i;

function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if ("code" in error)
    return error.code === "FST_FILES_LIMIT"
      ? new Refusal(422, { key: "web-error-too-many-files", values: { limit: String(mostFiles) } })
      : error;
  return brokenForm.test(error.message) ? new Refusal(400, { key: "web-error-bad-request" }) : error;
}

/** A file field where nothing was chosen comes as an empty file without a name. */
async function readFile(part: MultipartFile): Promise<UploadedFile | undefined> {
  const name = cleanFileName(part.filename);
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  if (!name && content.length === 0) return undefined;
  if (part.file.truncated)
    throw new Refusal(422, {
      key: "web-error-file-too-large",
      values: { name, limit: String(largestFileMegabytes) },
    });
  const verdict = await examineFile(content);
  if (verdict.kind === "unfit") throw new Refusal(422, { key: refusals[verdict.fault], values: { name } });
  return { kind: verdict.is, mediaType: verdict.mediaType, ...(name && { name }), content };
}

const refusals = {
  kind: "web-error-file-kind",
  damaged: "web-error-file-damaged",
  bomb: "web-error-file-bomb",
  "two-in-one": "web-error-file-two-in-one",
} as const satisfies Record<FileFault, string>;

function describe({ kind, name, mediaType, content }: UploadedFile, id: string): Attachment {
  return {
    kind,
    ref: `stored:${id}`,
    ...(name !== undefined && { name }),
    mediaType,
    sizeBytes: content.length,
  };
}
