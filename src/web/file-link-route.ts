import type { FastifyInstance } from "fastify";
import type { StoredAttachment } from "../conversation/attachments/attachment-store.ts";
import { contentDisposition } from "./chat/file-name.ts";
import { readWhenMade } from "./read-when-made.ts";
import { Refusal } from "./refusal.ts";

export interface FileLinkPorts {
  attachments: { read(id: string): Promise<StoredAttachment | undefined> };
  /** The attachment that a signed link names, while it is good. */
  openFileLink: (token: string) => string | undefined;
}

/** `GET /tep/<token>`: a file for whoever was given its signed link, on a channel that does not carry it. */
export function addFileLinkRoute(web: FastifyInstance, { attachments, openFileLink }: FileLinkPorts): void {
  web.get<{ Params: { token: string } }>("/tep/:token", async (request, reply) => {
    const id = openFileLink(request.params.token);
    const stored = id === undefined ? undefined : await readWhenMade(attachments, id);
    if (!stored?.content) throw new Refusal(404, { key: "web-error-link-over" });
    return reply
      .headers({
        "content-disposition": contentDisposition("attachment", stored.name),
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      })
      .type("application/octet-stream")
      .send(stored.content);
  });
}
