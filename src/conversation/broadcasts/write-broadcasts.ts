import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Reply } from "../reply.ts";
import type { Broadcast } from "./broadcast-board.ts";

/** So few wait in the outbox at a time, so that a pause is felt at once and whoever is told something else is not held up. */
const mostWaiting = 2000;
const batchSize = 500;

/** What is said to somebody of this language. */
export type ComposeBroadcast = (broadcast: Pick<Broadcast, "audience" | "text">, language: Language) => Reply;

/** Where broadcasts are taken from. Any number of workers may. */
export interface BroadcastDesk {
  /** Takes back what was written of paused and cancelled broadcasts and not sent; ends those that are through. */
  settle(now: Date): Promise<void>;
  /** How many messages of broadcasts wait to be sent now. */
  countWaiting(now: Date): Promise<number>;
  /**
   * Writes the messages of up to `limit` people of running broadcasts, the oldest first, whom nobody else holds; returns
   * how many people were looked at. Who is reached nowhere is counted as such.
   */
  write(limit: number, now: Date, compose: ComposeBroadcast): Promise<number>;
}

interface Ports {
  desk: BroadcastDesk;
  say: Say;
  agencyName: string;
  now: Date;
}

/** Moves running broadcasts on, a few messages ahead of delivery; returns how many people were looked at. */
export async function writeBroadcasts({ desk, say, agencyName, now }: Ports): Promise<number> {
  await desk.settle(now);
  const compose: ComposeBroadcast = (broadcast, language) =>
    composeBroadcast(broadcast, agencyName, say, language);
  let room = mostWaiting - (await desk.countWaiting(now));
  let written = 0;
  while (room > 0) {
    const limit = Math.min(room, batchSize);
    const count = await desk.write(limit, now, compose);
    written += count;
    room = count < limit ? 0 : room - count;
  }
  return written;
}

/** What each of them is told, in their language. */
export function composeBroadcast(
  { audience, text }: Pick<Broadcast, "audience" | "text">,
  agency: string,
  say: Say,
  language: Language,
): Reply {
  const paragraphs = text.split(/\n\s*\n/).map((words) => paragraph(words.trim()));
  const isForFollowers = audience.kind === "followers";
  return {
    blocks: [
      paragraph(say(language, "broadcast-from", { agency }), "strong"),
      ...paragraphs,
      ...(isForFollowers ? [paragraph(say(language, "broadcast-why"), "muted")] : []),
    ],
  };
}
