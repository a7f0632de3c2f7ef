import type { App } from "./app.ts";
import { addWorkingMinutes } from "./domain/deadlines/working-time.ts";
import { openingState } from "./domain/office/opening-hours.ts";
import { idleMinutes, relayOffer, takeMinutes, tellEnd } from "./domain/staff/relay.ts";
import { createNoticeStore } from "./persistence/notice-store.ts";
import { createRelayStore } from "./persistence/relay-store.ts";

/** Offers talks that nobody took in time to the next, and ends those that nobody is left for or that fell silent. */
export async function tendRelays({ database, clock, surroundings }: App): Promise<number> {
  const now = clock();
  const { calendars } = await surroundings();
  const isOpen = openingState(now, calendars.of()).kind === "open";
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  return database.transaction(async (sql) => {
    const relays = createRelayStore(sql);
    const notices = createNoticeStore(sql);
    let tended = 0;
    for (const relay of await relays.waitingSince(ago(takeMinutes))) {
      const { id, offeredTo, offeredAt, lastAt, officer } = relay;
      if (!officer && isOpen && addWorkingMinutes(offeredAt, takeMinutes, calendars.of()) > now) continue;
      if (officer && lastAt > ago(idleMinutes)) continue;
      tended += 1;
      const next = officer || !isOpen ? undefined : await relays.nextToAsk(offeredTo, now);
      if (next !== undefined) {
        await relays.offer(id, next, now);
        const words = await relays.recentWords(relay.citizenConversationId, now);
        await notices.plan([relayOffer(relay, next, words, now)], now);
        continue;
      }
      const why = officer ? "idle" : "nobody";
      await relays.end(id, why, now);
      await tellEnd(relay, why, now, notices);
    }
    return tended;
  });
}
