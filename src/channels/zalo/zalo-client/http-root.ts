import { FormData, Pool, type Dispatcher } from "undici";
import { ZaloAwayError } from "./zalo-errors.ts";

export interface UploadedFile {
  bytes: Uint8Array;
  name: string;
  mediaType: string;
}

export interface RootRequest {
  method: "GET" | "POST";
  /** Below the root, with a leading slash. */
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: { json: unknown } | { form: Record<string, string> } | { file: UploadedFile };
  /** How long the answer may take; default 10 s. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** One server of Zalo's, over one pool of connections. */
export interface HttpRoot extends AsyncDisposable {
  /**
   * The JSON of an answer. Throws ZaloAwayError when there is none: no connection, no answer in time, no JSON, too many
   * calls (429) or trouble of the server's own (5xx).
   */
  call(request: RootRequest): Promise<unknown>;
  /** The address of a page below the root. */
  url(path: string, query: Record<string, string>): string;
}

const answerTimeoutMs = 10_000;
const largestAnswerBytes = 1024 * 1024;

/** `root` may have a path of its own. */
export function openRoot(root: string): HttpRoot {
  const { origin, pathname } = new URL(root);
  const pool = new Pool(origin, {
    connections: 16,
    connect: { timeout: 5_000 },
    maxResponseSize: largestAnswerBytes,
  });
  const prefix = pathname.replace(/\/$/, "");
  return {
    url: (path, query) => `${origin}${prefix}${path}?${new URLSearchParams(query).toString()}`,
    async call({ method, path, query = {}, headers = {}, body, timeoutMs = answerTimeoutMs, signal }) {
      const { type, content } = writeBody(body);
      const answer = await pool
        .request({
          method,
          path: prefix + path,
          query,
          headers: { accept: "application/json", ...(type && { "content-type": type }), ...headers },
          body: content,
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          ...(signal && { signal }),
        })
        .catch(throwAway);
      return readAnswer(answer);
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

function writeBody(body: RootRequest["body"]): { type?: string; content: string | FormData | null } {
  if (!body) return { content: null };
  if ("json" in body) return { type: "application/json", content: JSON.stringify(body.json) };
  if ("form" in body)
    return {
      type: "application/x-www-form-urlencoded",
      content: new URLSearchParams(body.form).toString(),
    };
  const content = new FormData();
  const { bytes, name, mediaType } = body.file;
  content.set("file", new Blob([new Uint8Array(bytes)], { type: mediaType }), name);
  return { content };
}

async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<unknown> {
  const text = await body.text().catch(throwAway);
  if (statusCode === 429 || statusCode >= 500)
    throw new ZaloAwayError(`HTTP ${statusCode}`, { retryAfterMs: readRetryAfter(headers["retry-after"]) });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ZaloAwayError(`HTTP ${statusCode} without JSON`);
  }
}

/** Seconds; the header's other form, a date, is not worth its code. */
function readRetryAfter(header: string | string[] | undefined): number | undefined {
  return typeof header === "string" && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : undefined;
}

function throwAway(error: unknown): never {
  throw new ZaloAwayError(error instanceof Error ? error.message : String(error), { cause: error });
}
