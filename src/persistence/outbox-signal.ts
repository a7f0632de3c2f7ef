import pg from "pg";

export interface OutboxListener extends AsyncDisposable {
  /** Rings `wake` when something may wait for the conversation of the channel; returns how to stop. */
  subscribe(conversationId: string, wake: () => void): () => void;
}

const reconnectAfterMs = 1_000;

/**
 * One connection that hears of every turn that left replies, and tells those who wait for that conversation of one
 * channel. When the connection was lost it comes back and wakes everyone, for they may have missed something.
 */
export function listenToOutbox(url: string, channel: string): OutboxListener {
  const waiting = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let reconnecting: NodeJS.Timeout | undefined;
  let isClosed = false;
  let connecting = connect();

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: "motcua outbox signal",
      keepAlive: true,
    });
    fresh.on("error", () => lose(fresh));
    fresh.on("end", () => lose(fresh));
    fresh.on("notification", ({ payload }) => wake(payload ?? ""));
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query("listen outbox");
      for (const wakes of waiting.values()) for (const ring of wakes) ring();
    } catch {
      lose(fresh);
    }
  }

  function lose(lost: pg.Client): void {
    if (lost !== client || isClosed) return;
    client = undefined;
    void lost.end().catch(() => undefined);
    reconnecting = setTimeout(reconnect, reconnectAfterMs);
  }

  function reconnect(): void {
    connecting = connect();
  }

  function wake(payload: string): void {
    if (!payload.startsWith(`${channel}:`)) return;
    for (const ring of waiting.get(payload.slice(channel.length + 1)) ?? []) ring();
  }

  return {
    subscribe(conversationId, ring) {
      const wakes = waiting.get(conversationId) ?? new Set();
      waiting.set(conversationId, wakes.add(ring));
      return () => {
        wakes.delete(ring);
        if (wakes.size === 0) waiting.delete(conversationId);
      };
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(reconnecting);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
