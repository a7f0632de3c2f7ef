import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Channel, DeliveryOutcome } from "../../src/conversation/delivery/channel.ts";
import { deliverWaiting, type Trouble } from "../../src/conversation/delivery/deliver.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../../src/persistence/outbox-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate conversation restart identity cascade");
  now = new Date("2021-03-15T01:00:00Z");
  sent.length = 0;
  troubles.length = 0;
  outcomes.clear();
});

let now: Date;
/** What went out, as `channel:chat text`. */
const sent: string[] = [];
const troubles: Trouble[] = [];
/** What a chat answers with, where it is not "sent". */
const outcomes = new Map<string, DeliveryOutcome>();

const blocked: DeliveryOutcome = { kind: "unreachable", reason: "blocked by the person" };

/** A conversation, used `minutesAgo`; `as` names a member of staff, `person` joins it to others. */
async function meet(
  channel: string,
  chat: string,
  { as = "citizen", person = null as string | null, minutesAgo = 0 } = {},
): Promise<string> {
  const usedAt = new Date(now.getTime() - minutesAgo * 60_000);
  const [row] = await database.query<{ id: string }>(
    `insert into conversation (channel, external_id, speaker, person_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5) returning id`,
    [channel, chat, as, person, usedAt],
  );
  return row!.id;
}

async function createPerson(): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    "insert into person (created_at) values ($1) returning id",
    [now],
  );
  return row!.id;
}

async function owe(
  conversationId: string,
  text: string,
  options: { isImportant?: boolean; expiresAt?: Date } = {},
) {
  const { isImportant = true, expiresAt = null } = options;
  await database.query(
    `insert into outbox (conversation_id, reply, is_important, expires_at, created_at, due_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [conversationId, JSON.stringify({ blocks: [{ kind: "paragraph", text }] }), isImportant, expiresAt, now],
  );
}

async function deliver(): Promise<void> {
  const channels = ["telegram", "zalo", "zalo-bot"].map((name): [string, Channel] => [
    name,
    {
      name,
      async send({ conversationId, reply }) {
        const outcome = outcomes.get(`${name}:${conversationId}`) ?? { kind: "sent" };
        if (outcome.kind === "sent")
          sent.push(`${name}:${conversationId} ${(reply.blocks[0] as { text: string }).text}`);
        return outcome;
      },
    },
  ]);
  await deliverWaiting({
    outbox: createOutboxStore(database),
    pace: createDeliveryPaceStore(database),
    channels: new Map(channels),
    clock: () => now,
    wait,
    random: () => 0.5,
    onTrouble: (trouble) => void troubles.push(trouble),
  });
}

const statuses = () =>
  database
    .query<{ status: string }>("select status from outbox order by id")
    .then((rows) => rows.map(({ status }) => status));

describe("a message that a person cannot be told", () => {
  it("goes out where the officer wrote last of the other places", async () => {
    const lost = await meet("telegram", "1", { as: "lan.tran" });
    await meet("zalo-bot", "2", { as: "lan.tran", minutesAgo: 60 });
    await meet("zalo", "3", { as: "lan.tran", minutesAgo: 5 });
    await meet("zalo", "4", { as: "minh.le" });
    outcomes.set("telegram:1", blocked);
    await owe(lost, "Hồ sơ sắp đến hạn");
    await deliver();
    expect(sent).toEqual(["zalo:3 Hồ sơ sắp đến hạn"]);
    expect(await statuses()).toEqual(["undeliverable", "sent"]);
    expect(troubles).toMatchObject([{ isGivenUp: true, standIn: "2", reason: "blocked by the person" }]);
  });

  it("goes through all places of a person, and to none twice", async () => {
    const lost = await meet("telegram", "1", { as: "lan.tran" });
    await meet("zalo", "2", { as: "lan.tran", minutesAgo: 5 });
    await meet("zalo-bot", "3", { as: "lan.tran", minutesAgo: 60 });
    for (const place of ["telegram:1", "zalo:2", "zalo-bot:3"]) outcomes.set(place, blocked);
    await owe(lost, "Hồ sơ sắp đến hạn");
    await deliver();
    expect(sent).toEqual([]);
    expect(await statuses()).toEqual(["undeliverable", "undeliverable", "undeliverable"]);
    expect(troubles.map(({ channel, standIn }) => [channel, standIn])).toEqual([
      ["telegram", "2"],
      ["zalo", "3"],
      ["zalo-bot", undefined],
    ]);
  });

  it("reaches a citizen in a conversation joined to theirs, and nobody else's", async () => {
    const hoa = await createPerson();
    const lost = await meet("telegram", "1", { person: hoa });
    await meet("zalo", "2", { person: hoa });
    await meet("zalo", "3", { person: await createPerson() });
    await meet("zalo", "4");
    outcomes.set("telegram:1", blocked);
    await owe(lost, "Phản ánh đã có trả lời");
    await deliver();
    expect(sent).toEqual(["zalo:2 Phản ánh đã có trả lời"]);
  });

  it("stays with a citizen who has no other conversation", async () => {
    const lost = await meet("telegram", "1");
    await meet("zalo", "2");
    outcomes.set("telegram:1", blocked);
    await owe(lost, "Phản ánh đã có trả lời");
    await deliver();
    expect(await statuses()).toEqual(["undeliverable"]);
  });

  it("is not repeated elsewhere when it matters little", async () => {
    const lost = await meet("telegram", "1", { as: "lan.tran" });
    await meet("zalo", "2", { as: "lan.tran" });
    outcomes.set("telegram:1", { kind: "undeliverable", reason: "message refused" });
    await owe(lost, "Mời đánh giá", { isImportant: false });
    await deliver();
    expect(await statuses()).toEqual(["undeliverable"]);
  });

  it("is not put into a page that nobody may open, nor where nobody is", async () => {
    const lost = await meet("telegram", "1", { as: "lan.tran" });
    await meet("web", "2", { as: "lan.tran" });
    const gone = await meet("zalo", "3", { as: "lan.tran" });
    await database.query("update conversation set unreachable_since = $2 where id = $1", [gone, now]);
    outcomes.set("telegram:1", blocked);
    await owe(lost, "Hồ sơ sắp đến hạn");
    await deliver();
    expect(await statuses()).toEqual(["undeliverable"]);
  });

  it("tells since when and why nobody is there, and a refused text says nothing of it", async () => {
    const gone = await meet("telegram", "1");
    const there = await meet("telegram", "2");
    outcomes.set("telegram:1", blocked);
    outcomes.set("telegram:2", { kind: "undeliverable", reason: "message refused" });
    await owe(gone, "một");
    await owe(there, "một");
    await deliver();
    const first = now;
    now = new Date(now.getTime() + 60_000);
    await owe(gone, "hai");
    await deliver();
    expect(
      await database.query(
        "select unreachable_since as since, unreachable_reason as why from conversation order by id",
      ),
    ).toEqual([
      { since: first, why: "blocked by the person" },
      { since: null, why: null },
    ]);
  });

  it("lets two people's messages change places at once", async () => {
    for (const [place, other] of [
      ["1", "2"],
      ["3", "4"],
    ] as const) {
      const here = await meet("telegram", place, { as: `officer ${place}` });
      const there = await meet("zalo", other, { as: `officer ${place}`, minutesAgo: 5 });
      outcomes.set(`telegram:${place}`, blocked);
      for (let i = 0; i < 10; i++) await owe(here, `${i}`);
      for (let i = 10; i < 20; i++) await owe(there, `${i}`);
    }
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(sent.filter((text) => text.startsWith("zalo:2"))).toHaveLength(20);
    expect(sent.filter((text) => text.startsWith("zalo:4"))).toHaveLength(20);
  });
});

describe("a message that comes too late", () => {
  it("is not sent, and those behind it are", async () => {
    const hoa = await meet("telegram", "1");
    await owe(hoa, "Còn hai giờ", { expiresAt: new Date(now.getTime() + 3_600_000) });
    await owe(hoa, "Hồ sơ đã xong");
    now = new Date(now.getTime() + 3_600_000);
    await deliver();
    expect(sent).toEqual(["telegram:1 Hồ sơ đã xong"]);
    expect(await statuses()).toEqual(["expired", "sent"]);
  });

  it("is sent while it is worth something", async () => {
    const hoa = await meet("telegram", "1");
    await owe(hoa, "Còn hai giờ", { expiresAt: new Date(now.getTime() + 3_600_000) });
    now = new Date(now.getTime() + 3_599_000);
    await deliver();
    expect(await statuses()).toEqual(["sent"]);
  });

  it("is not kept for ever by a platform that is away", async () => {
    const hoa = await meet("telegram", "1");
    await owe(hoa, "Còn hai giờ", { expiresAt: new Date(now.getTime() + 3_600_000) });
    outcomes.set("telegram:1", { kind: "retry", reason: "network" });
    await deliver();
    now = new Date(now.getTime() + 3_600_000);
    await deliver();
    expect(await statuses()).toEqual(["expired"]);
  });
});
