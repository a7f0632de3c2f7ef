import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Replied, Transcript } from "../../conversation/transcript.ts";
import type { OutboxSignal } from "../ports.ts";

export interface ReplyStream {
  conversationId: string;
  /** The last reply the browser has. */
  afterOutboxId: string;
  heartbeatMs: number;
  render: (replied: Replied) => string;
}

const reconnectAfterMs = 1_000;

/**
 * Server-sent events: every reply after the one named, then each new one, until the browser leaves or `stop` is
 * aborted. The event's id is the outbox id, so a browser that comes back says itself where to go on. The signal only
 * makes it quick: every heartbeat looks for itself. The response's head must have been written. Throws what
 * `transcript` throws.
 */
export async function streamReplies(
  out: ServerResponse,
  { transcript, outbox }: { transcript: Transcript; outbox: OutboxSignal },
  { conversationId, afterOutboxId, heartbeatMs, render }: ReplyStream,
  stop: AbortSignal,
): Promise<void> {
  const bell = createBell();
  const unsubscribe = outbox.subscribe(conversationId, bell.ring);
  stop.addEventListener("abort", bell.ring);
  try {
    let last = afterOutboxId;
    await write(out, `retry: ${reconnectAfterMs}\n\n`, stop);
    while (!stop.aborted) {
      const replies = await transcript.repliesAfter(conversationId, last);
      for (const replied of replies) {
        await write(out, event(replied.outboxId, render(replied)), stop);
        last = replied.outboxId;
      }
      if (replies.length) continue;
      const isRung = await bell.rung(heartbeatMs);
      if (!isRung) await write(out, ": \n\n", stop);
    }
  } finally {
    unsubscribe();
    stop.removeEventListener("abort", bell.ring);
  }
}

function event(id: string, html: string): string {
  const lines = html.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `id: ${id}\nevent: reply\n${lines.join("")}\n`;
}

async function write(out: ServerResponse, text: string, stop: AbortSignal): Promise<void> {
  if (stop.aborted || out.write(text)) return;
  await once(out, "drain", { signal: stop }).catch((error: unknown) => {
    if (!stop.aborted) throw error;
  });
}

/** A ring before the wait counts: nothing that happens between a look and the wait is missed. */
function createBell(): { ring: () => void; rung: (timeoutMs: number) => Promise<boolean> } {
  let isRinging = false;
  let answer: (() => void) | undefined;
  return {
    ring() {
      isRinging = true;
      answer?.();
    },
    async rung(timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      if (!isRinging)
        await new Promise<void>((resolve) => {
          answer = resolve;
          timer = setTimeout(resolve, timeoutMs);
        });
      clearTimeout(timer);
      const wasRung = isRinging;
      isRinging = false;
      return wasRung;
    },
  };
}
