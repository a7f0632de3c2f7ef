// Messages a second through Telegram's limits, two workers at once; and without limits, beside bare POSTs over kept
// connections in the same run: `npm run bench delivery [--messages 300] [--unlimited 3000] [--rounds 5]`; 10,000 through the
// limits take six minutes.
import { setTimeout as pause } from "node:timers/promises";
import { createApi } from "../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../src/channels/telegram/telegram-channel.ts";
import type { Channel } from "../src/conversation/delivery/channel.ts";
import { deliverWaiting } from "../src/conversation/delivery/deliver.ts";
import { paragraph } from "../src/conversation/reply.ts";
import { openDatabase, type Database } from "../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../src/persistence/outbox-store.ts";
import { FakeTelegram } from "../test/support/fake-telegram.ts";
import { FakeTelegramPace } from "../test/support/fake-telegram-pace.ts";
import { openBarePlatform, postBare } from "./bare-platform.ts";
import { mediansByTurns, numberFlag, publish, withBenchDatabase, type Finding } from "./frame.ts";

const messageCount = numberFlag("messages", 300);
const unlimitedCount = numberFlag("unlimited", 3000);
const lanes = 8;
const allowedPerSecond = 30;
const noFiles = { read: async () => undefined };

await withBenchDatabase(async (database) => {
  await publish("delivery", [...(await measurePace(database)), await measureUnlimited(database)]);
});

async function measurePace(database: Database): Promise<Finding[]> {
  await using telegram = await FakeTelegram.start();
  const pace = new FakeTelegramPace();
  telegram.pace = pace;
  for (let chat = 1; chat <= messageCount; chat += 1) telegram.openChat(chat);
  await owe(database, messageCount);
  const channel = () => createTelegramChannel(createApi(telegram, 15), noFiles);
  await Promise.all([deliver(database, channel()), deliver(database, channel())]);
  const spanMs = pace.takenAtMs.at(-1)! - pace.takenAtMs[0]!;
  return [
    {
      metric: `through Telegram's limits, two workers, ${messageCount} messages`,
      unit: "messages/s",
      value: ((pace.takenAtMs.length - 1) / spanMs) * 1000,
      floor: allowedPerSecond,
      goal: { atLeast: 0.95 },
    },
    { metric: "refused with 429", unit: "messages", value: pace.refused, goal: { atMost: 0 } },
  ];
}

async function measureUnlimited(database: Database): Promise<Finding> {
  await using platform = await openBarePlatform();
  const { limits: _limits, ...unlimited } = createTelegramChannel(createApi(platform, 15), noFiles);
  const ms = await mediansByTurns(
    {
      bare: () => postBare(platform, { count: unlimitedCount, connections: lanes }),
      ours: () => deliver(database, unlimited),
    },
    { before: { ours: () => owe(database, unlimitedCount) } },
  );
  return {
    metric: `without limits, beside bare POSTs, ${lanes} connections`,
    unit: "messages/s",
    value: (unlimitedCount / ms.ours) * 1000,
    floor: (unlimitedCount / ms.bare) * 1000,
    goal: { atLeast: 0.5 },
  };
}

/** Owes one message to each of so many chats. */
async function owe(database: Database, count: number): Promise<void> {
  await database.query("truncate conversation cascade");
  await database.query(
    `with c as (
       insert into conversation (channel, external_id, created_at, updated_at)
       select 'telegram', n, now(), now() from generate_series(1, $1::int) n returning id
     )
     insert into outbox (conversation_id, reply, created_at, due_at) select id, $2, now(), now() from c`,
    [count, JSON.stringify({ blocks: [paragraph("Hồ sơ của anh/chị đã có kết quả.")] })],
  );
  // As autovacuum does for a database that has been at work for a while.
  await database.query("analyze");
}

/** One process's work, with a pool of its own. */
async function deliver({ url }: Database, channel: Channel): Promise<number> {
  await using pool = openDatabase({ url });
  return await deliverWaiting({
    outbox: createOutboxStore(pool),
    pace: createDeliveryPaceStore(pool),
    channels: new Map([["telegram", channel]]),
    clock: () => new Date(),
    wait: pause,
    random: Math.random,
    onTrouble: ({ reason }) => {
      throw new Error(reason);
    },
  });
}
