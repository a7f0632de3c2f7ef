import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../../../src/channels/telegram/telegram-channel.ts";
import { deliverWaiting } from "../../../src/conversation/delivery/deliver.ts";
import type { Priority } from "../../../src/conversation/delivery/outbox-store.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import { openDatabase, type Database } from "../../../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../../../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../../../src/persistence/outbox-store.ts";
import { sentFiles } from "../../support/sent-files.ts";
import { FakeTelegram } from "../../support/fake-telegram.ts";
import { FakeTelegramPace } from "../../support/fake-telegram-pace.ts";
import { createTestDatabase } from "../../support/test-database.ts";

let database: Database;
let telegram: FakeTelegram;
let pace: FakeTelegramPace;

beforeEach(async () => {
  database = await createTestDatabase();
  telegram = await FakeTelegram.start();
  pace = new FakeTelegramPace();
  telegram.pace = pace;
});
afterEach(async () => {
  await telegram[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** Owes so many messages to each of these chats. */
async function owe(chats: number[], count: number, priority: Priority): Promise<void> {
  for (const chat of chats) telegram.openChat(chat);
  const reply = { blocks: [paragraph(`loại ${priority}`)] };
  await database.query(
    `with c as (
       insert into conversation (channel, external_id, created_at, updated_at)
       select 'telegram', unnest($1::text[]), now(), now()
       on conflict (channel, external_id) do update set updated_at = now() returning id
     )
     insert into outbox (conversation_id, reply, priority, created_at, due_at)
     select id, $2, $4, now(), now() from c, generate_series(1, $3)`,
    [chats, JSON.stringify(reply), count, priority],
  );
}

/** One process that delivers, with its own pool and its own client of Telegram. */
async function work(): Promise<number> {
  await using pool = openDatabase({ url: database.url });
  const channel = createTelegramChannel(createApi(telegram, 15), sentFiles);
  return await deliverWaiting({
    outbox: createOutboxStore(pool),
    pace: createDeliveryPaceStore(pool),
    channels: new Map([["telegram", channel]]),
    clock: () => new Date(),
    wait,
    random: () => 0.5,
    onTrouble: ({ reason }) => expect.unreachable(reason),
  });
}

const people = (count: number, from = 1) => Array.from({ length: count }, (_, place) => from + place);

describe("the pace of Telegram", () => {
  it("is nearly used up by two workers and never passed", async () => {
    await owe(people(200), 1, 1);
    const sent = await Promise.all([work(), work()]);
    expect(sent[0]! + sent[1]!).toBe(200);
    expect(Math.min(...sent)).toBeGreaterThan(40);
    expect(pace.refused).toBe(0);
    const perSecond = (199 / (pace.takenAtMs.at(-1)! - pace.takenAtMs[0]!)) * 1000;
    // All 30 on a machine that has nothing else to do.
    expect(perSecond).toBeGreaterThan(0.9 * 30);
  }, 30_000);

  it("holds for one chat and for one group, whoever else waits", async () => {
    await owe([7, -100], 5, 1);
    await owe(people(20, 1000), 1, 1);
    await Promise.all([work(), work()]);
    expect(pace.takenAtMs).toHaveLength(30);
    expect(pace.refused).toBe(0);
  }, 30_000);

  it("lets an answer go before the notices that wait", async () => {
    await owe(people(90), 1, 2);
    const bulk = Promise.all([work(), work()]);
    await telegram.until(() => telegram.calls.length >= 30);
    await owe([500], 1, 0);
    await work();
    await bulk;
    const place = telegram.calls.findIndex(({ payload }) => payload.chat_id === "500");
    expect(place).toBeGreaterThanOrEqual(30);
    // Those who had taken their moment before it: a quarter of a second's worth, and one in each hand.
    expect(place).toBeLessThan(30 + 12);
    expect(pace.refused).toBe(0);
  }, 30_000);
});
