import type { FastifyInstance } from "fastify";
import { readWhenMade } from "../read-when-made.ts";
import { Refusal } from "../refusal.ts";
import type { ChatSessions } from "./chat-session.ts";
import type { ChatTools } from "./chat-tools.ts";
import { contentDisposition } from "./file-name.ts";

/** What a browser may show in the page; everything else is saved. */
const shown = /^image\/(jpeg|png|webp)$/;

export function attachmentUrl(id: string): string {
  return `/chat/attachments/${id}`;
}

/** `GET /chat/attachments/<id>`: what the browser's own conversation holds; nobody else learns that it exists. */
export function addAttachmentRoute(web: FastifyInstance, sessions: ChatSessions, { ports }: ChatTools): void {
  web.get<{ Params: { id: string } }>(attachmentUrl(":id"), async (request, reply) => {
    const conversation = { channel: "web", conversationId: sessions.require(request) };
    const { id } = request.params;
    const isTheirs = /^\d{1,18}$/.test(id) && (await ports.attachments.isFor(id, conversation));
    const stored = isTheirs ? await readWhenMade(ports.attachments, id) : undefined;
    if (!stored?.content) throw new Refusal(404, { key: "web-error-not-found" });
    const isShown = shown.test(stored.mediaType ?? "");
    return reply
      .headers({
        "content-disposition": contentDisposition(isShown ? "inline" : "attachment", stored.name),
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
      })
      .type(isShown ? stored.mediaType! : "application/octet-stream")
      .send(stored.content);
  });
}
