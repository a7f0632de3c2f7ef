// Messages a second through Telegram's limits, and without them beside bare POSTs; milliseconds from a webhook to the
// platform's call, between real processes, with the queues in either place: `tsx bench/delivery.ts [messages]`.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import { createApi } from "../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../src/channels/telegram/telegram-channel.ts";
import type { Channel } from "../src/conversation/delivery/channel.ts";
import { deliverWaiting } from "../src/conversation/delivery/deliver.ts";
import { paragraph } from "../src/conversation/reply.ts";
import { openDatabase } from "../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../src/persistence/outbox-store.ts";
import { ChaosTown } from "../test/chaos/chaos-town.ts";
import { FakeTelegramPace } from "../test/support/fake-telegram-pace.ts";

const messageCount = Number(process.argv[2] ?? 600);
const unlimitedCount = 3000;
const lanes = 8;
const rounds = 3;
const perSecond = 10;
const questionCount = 300;
const noFiles = { read: async () => undefined };

interface Address {
  apiRoot: string;
  token: string;
}

const results: Record<string, Record<string, string | number>> = {};
await measurePace();
await measureUnlimited();
for (const queue of ["postgres", "redis"] as const) await measureLatency(queue);
// oxlint-disable-next-line no-console -- the table is the result
console.table(results);

async function measurePace(): Promise<void> {
  await using town = await ChaosTown.found("postgres");
  const pace = new FakeTelegramPace();
  town.telegram.pace = pace;
  await owe(town, messageCount);
  const channel = () => createTelegramChannel(createApi(town.telegram, 15), noFiles);
  await Promise.all([deliver(town, channel()), deliver(town, channel())]);
  const spanMs = pace.takenAtMs.at(-1)! - pace.takenAtMs[0]!;
  const rate = ((pace.takenAtMs.length - 1) / spanMs) * 1000;
  results["Telegram's limits, two workers"] = {
    "messages/s": rate.toFixed(2),
    "of 30/s": `${((rate / 30) * 100).toFixed(1)} %`,
    "429s": pace.refused,
  };
}

async function measureUnlimited(): Promise<void> {
  await using town = await ChaosTown.found("postgres");
  await using platform = await openBarePlatform();
  const { limits: _limits, ...unlimited } = createTelegramChannel(createApi(platform, 15), noFiles);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await rateOf(() => postBare(platform)));
    await owe(town, unlimitedCount);
    ours.push(await rateOf(() => deliver(town, unlimited)));
  }
  results[`no limit, ${lanes} lanes`] = { "messages/s": median(ours).toFixed(0) };
  results[`bare undici POST, ${lanes} lanes`] = { "messages/s": median(bare).toFixed(0) };
}

async function measureLatency(queue: "postgres" | "redis"): Promise<void> {
  await using town = await ChaosTown.found(queue);
  if (queue === "redis") await town.redis.start();
  await town.start("web", "worker");
  await town.untilAnswered(await town.ask(1));
  const asked = Array.from({ length: questionCount }, async (_, place) => {
    await pause((place * 1000) / perSecond);
    const since = performance.now();
    await town.untilAnswered(await town.ask(1000 + place));
    return performance.now() - since;
  });
  const tookMs = (await Promise.all(asked)).toSorted((a, b) => a - b);
  results[`webhook → platform, queues in ${queue}, ${perSecond}/s`] = {
    "p50 ms": tookMs[Math.floor(tookMs.length * 0.5)]!.toFixed(1),
    "p99 ms": tookMs[Math.floor(tookMs.length * 0.99)]!.toFixed(1),
  };
}

/** Owes one message to each of so many chats. */
async function owe(town: ChaosTown, count: number): Promise<void> {
  for (let chat = 1; chat <= count; chat += 1) town.telegram.openChat(chat);
  await town.database.query("truncate conversation cascade");
  await town.database.query(
    `with c as (
       insert into conversation (channel, external_id, created_at, updated_at)
       select 'telegram', n, now(), now() from generate_series(1, $1::int) n returning id
     )
     insert into outbox (conversation_id, reply, created_at, due_at) select id, $2, now(), now() from c`,
    [count, JSON.stringify({ blocks: [paragraph("Hồ sơ của anh/chị đã có kết quả.")] })],
  );
  // As autovacuum does for a database that has been at work for a while.
  await town.database.query("analyze");
}

/** One process's work, with a pool of its own. */
async function deliver(town: ChaosTown, channel: Channel): Promise<number> {
  await using pool = openDatabase({ url: town.postgres.url });
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

async function postBare({ apiRoot, token }: Address): Promise<number> {
  let left = unlimitedCount;
  async function work(): Promise<void> {
    while (left-- > 0) {
      const { body } = await request(`${apiRoot}/bot${token}/sendMessage`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ chat_id: left, text: "Hồ sơ của anh/chị đã có kết quả.", parse_mode: "HTML" }),
      });
      await body.json();
    }
  }
  await Promise.all(Array.from({ length: lanes }, work));
  return unlimitedCount;
}

/** A Telegram that takes everything and looks at nothing. */
async function openBarePlatform(): Promise<Address & AsyncDisposable> {
  const answer = JSON.stringify({
    ok: true,
    result: { message_id: 1, date: 1, chat: { id: 1, type: "private" }, text: "" },
  });
  const server = createServer((incoming, response) => {
    incoming.resume().on("end", () => response.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: "1:token",
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What `work` does a second. */
async function rateOf(work: () => Promise<number>): Promise<number> {
  const since = performance.now();
  const done = await work();
  return (done / (performance.now() - since)) * 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
