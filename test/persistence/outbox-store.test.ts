import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setTimeout as wait } from "node:timers/promises";
import type { Channel } from "../../src/conversation/delivery/channel.ts";
import { deliverWaiting } from "../../src/conversation/delivery/deliver.ts";
import { createDeliveryPaceStore } from "../../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../../src/persistence/outbox-store.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => database.query("truncate conversation restart identity cascade"));

const start = new Date("2021-03-15T01:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);

async function owe(person: string, ...texts: string[]): Promise<void> {
  for (const text of texts)
    await database.query(
      `with c as (
         insert into conversation (channel, external_id, created_at, updated_at) values ('telegram', $1, $3, $3)
         on conflict (channel, external_id) do update set updated_at = excluded.updated_at returning id
       )
       insert into outbox (conversation_id, reply, created_at, due_at) select id, $2, $3, $3 from c`,
      [person, JSON.stringify({ blocks: [{ kind: "paragraph", text }] }), start],
    );
}

async function waiting(): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    "select count(*)::int as count from outbox where status in ('pending', 'sending')",
  );
  return row!.count;
}

const textOf = (reply: { blocks: unknown[] }) => (reply.blocks[0] as { text: string }).text;

describe("the outbox", () => {
  it("hands out a conversation whole and in order, and to one worker only", async () => {
    await owe("chị Hoa", "một", "hai");
    const outbox = createOutboxStore(database);
    const claims = await Promise.all([1, 2, 3, 4].map(() => outbox.claim(["telegram"], start)));
    const claimed = claims.filter((claim) => claim !== undefined);
    expect(claimed).toHaveLength(1);
    expect(claimed[0]!.messages.map((message) => textOf(message.reply))).toEqual(["một", "hai"]);
  });

  it("holds back what comes later while a conversation is leased, and what stands behind a retry", async () => {
    await owe("anh Minh", "một", "hai");
    const outbox = createOutboxStore(database);
    const first = (await outbox.claim(["telegram"], start))!;
    await owe("anh Minh", "ba");
    expect(await outbox.claim(["telegram"], after(1000))).toBeUndefined();
    await outbox.release(first, { at: after(30_000), reason: "rate limited" });
    expect(await outbox.claim(["telegram"], after(10_000))).toBeUndefined();
    const second = await outbox.claim(["telegram"], after(30_000));
    expect(second!.messages.map((message) => [textOf(message.reply), message.attempts])).toEqual([
      ["một", 2],
      ["hai", 1],
      ["ba", 1],
    ]);
  });

  it("gives the work of a worker that died to another after a minute", async () => {
    await owe("bà Lan", "một");
    const outbox = createOutboxStore(database);
    await outbox.claim(["telegram"], start);
    expect(await outbox.claim(["telegram"], after(59_000))).toBeUndefined();
    expect(await outbox.claim(["telegram"], after(61_000))).toBeDefined();
  });

  it("takes nothing from the worker that has the conversation now for one that comes back too late", async () => {
    await owe("bà Lan", "một", "hai");
    const outbox = createOutboxStore(database);
    const late = (await outbox.claim(["telegram"], start))!;
    const present = (await outbox.claim(["telegram"], after(61_000)))!;
    const [first, second] = late.messages.map(({ outboxId }) => outboxId);
    expect(await outbox.markSent(late, first!, after(62_000))).toBe(false);
    expect(await outbox.renewLease(late, after(62_000))).toBe(false);
    await outbox.release(late);
    expect(await outbox.claim(["telegram"], after(62_000))).toBeUndefined();
    expect(await outbox.renewLease(present, after(62_000))).toBe(true);
    expect(await outbox.markSent(present, second!, after(62_000))).toBe(true);
    await outbox.release(present);
    expect(await waiting()).toBe(0);
  });

  it("lets no clock that was ahead hold anything back: new messages, leases, retries", async () => {
    const ahead = after(3_600_000);
    await owe("bà Lan", "một");
    await database.query("update outbox set created_at = $1, due_at = $1", [ahead]);
    const outbox = createOutboxStore(database);
    expect(await outbox.claim(["telegram"], start)).toBeDefined();
    await database.query("update conversation set delivery_leased_until = $1", [ahead]);
    expect(await outbox.claim(["telegram"], start)).toBeDefined();
    const claimed = (await outbox.claim(["telegram"], after(4_000_000)))!;
    await outbox.release(claimed, { at: after(4_002_000), reason: "rate limited" });
    expect(await outbox.claim(["telegram"], start)).toBeDefined();
  });

  it("leaves alone the channels that this process does not have", async () => {
    await owe("chị Hoa", "một");
    expect(await createOutboxStore(database).claim(["zalo"], start)).toBeUndefined();
  });

  it("sends everything once and each conversation in order, whatever workers there are and however often a platform fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          people: fc.integer({ min: 1, max: 4 }),
          each: fc.integer({ min: 1, max: 5 }),
          workers: fc.integer({ min: 1, max: 3 }),
        }),
        fc.infiniteStream(fc.constantFrom("sent", "sent", "retry", "throws")),
        async ({ people, each, workers }, outcomes) => {
          await database.query("truncate conversation restart identity cascade");
          for (let p = 0; p < people; p++)
            await owe(`person ${p}`, ...Array.from({ length: each }, (_, i) => `${i}`));
          const sent = new Map<string, string[]>();
          let now = start;
          const channel: Channel = {
            name: "telegram",
            async send({ conversationId, reply }) {
              const outcome = outcomes.next().value;
              if (outcome === "throws") throw new Error("the socket closed");
              if (outcome === "retry") return { kind: "retry", afterMs: 1000, reason: "rate limited" };
              sent.set(conversationId, [...(sent.get(conversationId) ?? []), textOf(reply)]);
              return { kind: "sent" };
            },
          };
          const ports = {
            outbox: createOutboxStore(database),
            pace: createDeliveryPaceStore(database),
            wait,
            random: () => 0.5,
            channels: new Map([["telegram", channel]]),
            clock: () => now,
            onTrouble: () => undefined,
          };
          while ((await waiting()) > 0) {
            await Promise.all(Array.from({ length: workers }, () => deliverWaiting(ports)));
            now = new Date(now.getTime() + 20 * 60_000);
          }
          // A message may meet ten throws; then it is given up, and seen.
          const [given] = await database.query<{ up: number }>(
            "select count(*)::int as up from outbox where status = 'undeliverable'",
          );
          const all = [...sent.values()];
          for (const messages of all) expect(messages).toEqual([...new Set(messages)].toSorted());
          expect(all.flat().length + given!.up).toBe(people * each);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("begins no message any more once it is told to stop, finishes those in hand, and leaves the rest to others", async () => {
    for (let person = 0; person < 20; person++) await owe(`person ${person}`, "một", "hai");
    const stopping = new AbortController();
    const sent: string[] = [];
    const channel: Channel = {
      name: "telegram",
      async send({ conversationId }) {
        stopping.abort();
        sent.push(conversationId);
        return { kind: "sent" };
      },
    };
    const ports = {
      outbox: createOutboxStore(database),
      pace: createDeliveryPaceStore(database),
      wait,
      random: () => 0.5,
      channels: new Map([["telegram", channel]]),
      clock: () => start,
      onTrouble: () => undefined,
    };
    await deliverWaiting({ ...ports, signal: stopping.signal });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent).toEqual([...new Set(sent)]);
    const sentBefore = sent.length;
    expect(await deliverWaiting(ports)).toBe(40 - sentBefore);
  });

  it("gives a message up that breaks its channel ten times, says so, and goes on with the next", async () => {
    await owe("chị Hoa", "một", "hai");
    let now = start;
    const troubles: boolean[] = [];
    const sent: string[] = [];
    const channel: Channel = {
      name: "telegram",
      send: async ({ reply }) => {
        if (textOf(reply) === "một") throw new Error("cannot be written");
        sent.push(textOf(reply));
        return { kind: "sent" };
      },
    };
    for (let round = 0; round < 10; round++) {
      await deliverWaiting({
        outbox: createOutboxStore(database),
        pace: createDeliveryPaceStore(database),
        wait,
        random: () => 0.5,
        channels: new Map([["telegram", channel]]),
        clock: () => now,
        onTrouble: ({ isGivenUp }) => troubles.push(isGivenUp),
      });
      now = new Date(now.getTime() + 16 * 60_000);
    }
    expect(troubles).toEqual([...Array.from({ length: 9 }, () => false), true]);
    expect(sent).toEqual(["hai"]);
    expect(await database.query("select status, reason from outbox order by id")).toEqual([
      { status: "undeliverable", reason: "Error: cannot be written" },
      { status: "sent", reason: null },
    ]);
  });
});
