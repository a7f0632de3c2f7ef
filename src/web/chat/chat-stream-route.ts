import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import { pageLanguage, sayIn } from "../page-language.ts";
import { Refusal } from "../refusal.ts";
import { renderReplied } from "./chat-entry.tsx";
import type { ChatTools } from "./chat-tools.ts";
import type { ChatSessions } from "./chat-session.ts";
import { streamReplies } from "./reply-stream.ts";

/** `GET /chat/stream?after=<outbox id>`; the Last-Event-ID of a browser that reconnects by itself goes first. */
export function addChatStream(
  web: FastifyInstance,
  sessions: ChatSessions,
  { ports, say, clock, heartbeatMs }: ChatTools,
): void {
  const open = new Set<AbortController>();
  web.addHook("preClose", async () => {
    for (const stream of open) stream.abort();
  });

  web.get<{ Querystring: { after?: string } }>("/chat/stream", async (request, reply) => {
    const conversationId = sessions.require(request);
    const afterOutboxId = String(request.headers["last-event-id"] ?? request.query.after ?? "0");
    if (!/^\d{1,18}$/.test(afterOutboxId)) throw new Refusal(400, { key: "web-error-stream-position" });
    const sayHere = sayIn(say, pageLanguage(request));

    reply.hijack();
    const out = reply.raw;
    const stream = new AbortController();
    out.once("close", () => stream.abort());
    open.add(stream);
    try {
      out.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        // Nginx would hold the events back.
        "x-accel-buffering": "no",
      });
      const render = (replied: Parameters<typeof renderReplied>[0]): string =>
        renderReplied(replied, { say: sayHere, now: clock() });
      const position = { conversationId, afterOutboxId, heartbeatMs, render };
      await streamReplies(out, ports, position, stream.signal);
    } catch (error) {
      // The browser reconnects and says where it was.
      request.log.warn({ err: error }, "chat stream ended early");
    } finally {
      open.delete(stream);
      out.end();
    }
  });
}
