import { once } from "node:events";
import type { OutgoingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** What an open page is told of: an event's name with its text, one line. */
export interface Live {
  event: string;
  text: string;
}

export type StreamLooks = (
  request: FastifyRequest,
  reply: FastifyReply,
  look: () => Promise<Live>,
) => Promise<void>;

/** A page that is left open for longer hears nothing more, so that it does not keep a session alive for ever. */
const longestMs = 30 * 60_000;

/**
 * Server-sent events of a page that stays open: looks every so often and tells what changed since it last told. The
 * page is told once that it is `over`. Streams end when the server closes.
 */
export function createLiveStreams(web: FastifyInstance, everyMs: number): StreamLooks {
  const open = new Set<AbortController>();
  web.addHook("preClose", async () => {
    for (const stream of open) stream.abort();
  });

  return async (request, reply, look) => {
    // The first look may refuse, as a page would.
    let { event, text } = await look();
    reply.hijack();
    const out = reply.raw;
    const stream = new AbortController();
    const { signal } = stream;
    out.once("close", () => stream.abort());
    open.add(stream);
    async function write(line: string): Promise<void> {
      if (!signal.aborted && !out.write(line)) await once(out, "drain", { signal });
    }
    try {
      out.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        // Nginx would hold the events back.
        "x-accel-buffering": "no",
      });
      let told = "";
      for (let lasted = 0; lasted < longestMs; lasted += everyMs) {
        await write(text === told ? ": \n\n" : `event: ${event}\ndata: ${text}\n\n`);
        told = text;
        await wait(everyMs, undefined, { signal });
        ({ event, text } = await look());
      }
      await write("event: over\ndata:\n\n");
    } catch (error) {
      if (!signal.aborted) request.log.warn({ err: error }, "live stream ended early");
    } finally {
      open.delete(stream);
      out.end();
    }
  };
}
