import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../../../src/channels/telegram/telegram-channel.ts";
import { deliverWaiting } from "../../../src/conversation/delivery/deliver.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../../../src/persistence/delivery-pace-store.ts";
import { moveConversation } from "../../../src/persistence/move-conversation.ts";
import { createOutboxStore } from "../../../src/persistence/outbox-store.ts";
import { FakeTelegram } from "../../support/fake-telegram.ts";
import { sentFiles } from "../../support/sent-files.ts";
import { createTestDatabase } from "../../support/test-database.ts";

const group = -100;
const supergroup = -1_000_100;
let database: Database;
let telegram: FakeTelegram;

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  telegram = await FakeTelegram.start();
  await database.query("truncate conversation cascade");
});
afterEach(() => telegram[Symbol.asyncDispose]());

async function owe(chat: number, ...texts: string[]): Promise<void> {
  telegram.openChat(chat);
  for (const text of texts)
    await database.query(
      `with c as (
         insert into conversation (channel, external_id, created_at, updated_at) values ('telegram', $1, now(), now())
         on conflict (channel, external_id) do update set updated_at = now() returning id
       )
       insert into outbox (conversation_id, reply, created_at, due_at) select id, $2, now(), now() from c`,
      [chat, JSON.stringify({ blocks: [paragraph(text)] })],
    );
}

const deliver = () =>
  deliverWaiting({
    outbox: createOutboxStore(database),
    pace: createDeliveryPaceStore(database),
    channels: new Map([["telegram", createTelegramChannel(createApi(telegram, 15), sentFiles)]]),
    clock: () => new Date(),
    wait,
    random: () => 0.5,
    onTrouble: ({ reason }) => expect.unreachable(reason),
  });

const shown = () => telegram.shown.map(({ chat_id: chat, text }) => `${chat} ${text}`);
const chats = () =>
  database.query("select external_id as id, delivery_leased_until as lease from conversation order by id");

describe("a group that has become a supergroup", () => {
  it("gets there what was owed to it, in order, when Telegram says so to a message", async () => {
    await owe(group, "một", "hai");
    telegram.moveChat(group, supergroup);
    expect(await deliver()).toBe(2);
    expect(shown()).toEqual([`${supergroup} một`, `${supergroup} hai`]);
    expect(await chats()).toEqual([{ id: String(supergroup), lease: null }]);
  });

  it("has its conversation there once it is told of, however often", async () => {
    await owe(group, "một");
    const [before] = await database.query("select id from conversation");
    telegram.moveChat(group, supergroup);
    for (let times = 0; times < 2; times += 1)
      await moveConversation(database, "telegram", { from: String(group), to: String(supergroup) });
    expect(await database.query("select id from conversation")).toEqual([before]);
    await deliver();
    expect(telegram.calls).toHaveLength(1);
    expect(shown()).toEqual([`${supergroup} một`]);
  });

  it("gets what was owed even where somebody already wrote under the new id", async () => {
    await owe(group, "một", "hai");
    await owe(supergroup, "ba");
    telegram.moveChat(group, supergroup);
    expect(await deliver()).toBe(3);
    expect(shown().toSorted()).toEqual([`${supergroup} ba`, `${supergroup} hai`, `${supergroup} một`]);
    const order = shown().filter((line) => !line.endsWith("ba"));
    expect(order).toEqual([`${supergroup} một`, `${supergroup} hai`]);
  });
});
