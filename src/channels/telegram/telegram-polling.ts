import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { persist, type Persistence } from "./persist.ts";
import type { ReceiveUpdate } from "./receive-update.ts";
import { readKinds } from "./read-update.ts";

/** grammY names the type of a polyfill, but takes the platform's own signal. */
type ApiSignal = Parameters<Api["getUpdates"]>[1];

/** How long Telegram may hold a call open while there is nothing new. */
const longPollSeconds = 25;

/**
 * Fetches updates until the signal aborts; then finishes those in hand. Chats go side by side, the updates of one chat
 * in order. An update is confirmed to Telegram only after it was taken in: a process that dies gets it again, and the
 * conversation knows it by its id. (The runner of grammY confirms what it has fetched, before it is handled.)
 */
export async function pollUpdates(api: Api, receive: ReceiveUpdate, persistence: Persistence): Promise<void> {
  const { signal } = persistence;
  let offset = 0;
  while (!signal.aborted) {
    const next = { offset, timeout: longPollSeconds, allowed_updates: readKinds };
    const updates = await persist(() => api.getUpdates(next, signal as ApiSignal), persistence);
    if (!updates?.length) continue;
    const areReceived = await persist(createBatch(updates, receive), persistence);
    if (areReceived) offset = updates.at(-1)!.update_id + 1;
  }
  // Best effort: what is not confirmed comes again and is known by its id.
  const briefly = AbortSignal.timeout(5000) as ApiSignal;
  if (offset) await api.getUpdates({ offset, limit: 1, timeout: 0 }, briefly).catch(() => undefined);
}

/** Receives a batch; called again after a failure it goes on where it stopped. */
function createBatch(updates: Update[], receive: ReceiveUpdate): () => Promise<true> {
  const chats = new Map<number | undefined, Update[]>();
  for (const update of updates) chats.set(chatOf(update), [...(chats.get(chatOf(update)) ?? []), update]);
  return async () => {
    const results = await Promise.allSettled(
      Array.from(chats.values(), (waiting) => receiveInOrder(waiting, receive)),
    );
    const failure = results.find((result) => result.status === "rejected");
    if (failure) throw failure.reason;
    return true;
  };
}

async function receiveInOrder(waiting: Update[], receive: ReceiveUpdate): Promise<void> {
  while (waiting[0]) {
    await receive(waiting[0]);
    waiting.shift();
  }
}

function chatOf(update: Update): number | undefined {
  const { message, edited_message: edited, callback_query: press, my_chat_member: membership } = update;
  return (message ?? edited ?? press?.message ?? membership)?.chat.id;
}
