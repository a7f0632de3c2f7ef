import { request, type Dispatcher } from "undici";
import type { AttachmentSource, Fetched } from "../../../conversation/attachments/fetch-attachments.ts";

/** The way to whatever address Zalo names, which is to refuse what is none of Zalo's. */
export type ToFiles = () => Promise<Dispatcher>;

/** Files that people sent: a ref is the address Zalo named, behind the channel's name and a colon. */
export function createZaloFiles(toFiles: ToFiles): AttachmentSource {
  return {
    async fetch(ref): Promise<Fetched> {
      const url = ref.slice(ref.indexOf(":") + 1);
      try {
        const { statusCode, headers, body } = await request(url, { dispatcher: await toFiles() });
        const content = Buffer.from(await body.arrayBuffer());
        if (statusCode === 200) return { kind: "content", content, ...mediaTypeOf(headers["content-type"]) };
        const reason = `HTTP ${statusCode}`;
        return isGone(statusCode) ? { kind: "gone", reason } : { kind: "retry", reason };
      } catch (error) {
        if ((error as { code?: string }).code === "UND_ERR_RES_EXCEEDED_MAX_SIZE")
          return { kind: "gone", reason: "larger than is fetched" };
        return { kind: "retry", reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function isGone(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function mediaTypeOf(header: string | string[] | undefined): { mediaType?: string } {
  return typeof header === "string" ? { mediaType: header.split(";")[0]!.trim() } : {};
}
