import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundMessage } from "../../src/conversation/inbound-message.ts";
import { StoreUnavailableError } from "../../src/conversation/store-unavailable-error.ts";
import { createTurn, type TurnPorts } from "../../src/conversation/turn.ts";
import { flows } from "../../src/conversation/flows/flows.ts";
import { formFlows } from "../../src/conversation/flows/form-flows.ts";
import { createTurnStore } from "../../src/persistence/turns/turn-store.ts";
import { createOrderList } from "../../src/ordered-lists.ts";
import { createOrderReport } from "../../src/ordered-reports.ts";
import { createTurnStores } from "../../src/turn-stores.ts";
import { openDatabase } from "../../src/persistence/database.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let now = new Date("2021-03-15T01:00:00Z");
beforeAll(async () => void (test = await createTestApp(() => now)));
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(() => test.app.database.query("truncate conversation restart identity cascade"));

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  id: randomUUID(),
  channel: "web",
  conversationId: "chị Hoa",
  content: { kind: "text", text },
  sentAt: now,
  ...more,
});

async function stored(): Promise<{ messages: number; replies: number }> {
  const [row] = await test.app.database.query<{ messages: number; replies: number }>(
    "select (select count(*)::int from inbound_message) as messages, (select count(*)::int from outbox) as replies",
  );
  return row!;
}

/** A turn of the real store with one part replaced. */
function turnWith(ports: Partial<TurnPorts>) {
  const { app } = test;
  return createTurn({
    turns: createTurnStore(app.database, {
      listenedTo: "web",
      createStores: (sql) => ({
        ...createTurnStores(sql),
        orderReport: createOrderReport(sql, app.say),
        orderList: createOrderList(sql, app.say),
        signInLink: () => Promise.resolve("https://motcua.example/vao/x"),
      }),
    }),
    surroundings: app.surroundings,
    flows,
    formFlows,
    say: app.say,
    clock: () => now,
    onFailure: () => undefined,
    onAnswered: () => undefined,
    ...ports,
  });
}

describe("a turn", () => {
  it("answers a message once, however often and however close together it is delivered", async () => {
    const twice = message("xin chào");
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => test.app.handleMessage(twice)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      "answered",
      "duplicate",
      "duplicate",
      "duplicate",
      "duplicate",
    ]);
    expect(await stored()).toEqual({ messages: 1, replies: 1 });
  });

  it("takes the same id in two conversations for two messages", async () => {
    await test.app.handleMessage(message("xin chào", { id: "7" }));
    const other = await test.app.handleMessage(message("xin chào", { id: "7", conversationId: "anh Minh" }));
    expect(other.kind).toBe("answered");
  });

  it("works messages of one conversation out one after another, each on what the one before left", async () => {
    let running = 0;
    let most = 0;
    let meanwhile: () => Promise<unknown> = () => test.app.database.query("select pg_sleep(0.02)");
    const handle = turnWith({
      flows: {
        ...flows,
        start: async () => {
          most = Math.max(most, ++running);
          await meanwhile();
          running -= 1;
          return { replies: [] };
        },
      },
    });
    await Promise.all([1, 2, 3, 4].map(() => handle(message("/start"))));
    expect(most).toBe(1);
    // Those of several people are not done before two have met.
    meanwhile = () => expect.poll(() => most, { interval: 5, timeout: 20_000 }).toBeGreaterThan(1);
    await Promise.all(["a", "b", "c"].map((conversationId) => handle(message("/start", { conversationId }))));
  });

  it("shares its commit with those that come at the same time, and its fault with none of them", async () => {
    const handle = turnWith({
      flows: {
        ...flows,
        start: (request, tools) => {
          if (request.conversationId === unluckyId) throw new Error("the flow is broken");
          return flows.start(request, tools);
        },
      },
    });
    await handle(message("xin chào", { conversationId: "người 7" }));
    const [{ id: unluckyId }] = (await test.app.database.query<{ id: string }>(
      "select id from conversation where external_id = 'người 7'",
    )) as [{ id: string }];
    const commits = async () => {
      const [row] = await test.app.database.query<{ count: number }>(
        "select count(distinct xmin::text)::int as count from inbound_message where content ->> 'text' = '/start'",
      );
      return row!.count;
    };
    const people = Array.from({ length: 24 }, (_, n) => message("/start", { conversationId: `người ${n}` }));
    const outcomes = await Promise.all(people.map(handle));
    expect(outcomes.map(({ kind }) => kind)).toEqual(people.map((_, n) => (n === 7 ? "failed" : "answered")));
    expect(await stored()).toEqual({ messages: 25, replies: 25 });
    expect(await commits()).toBeLessThan(24);
  });

  it("never waits for another process that has the same people in another order", async () => {
    const [here, there] = [turnWith({}), turnWith({})];
    const names = Array.from({ length: 12 }, (_, n) => `người ${n}`);
    const ask = (handle: typeof here, order: string[]) =>
      order.map((conversationId) => handle(message("xin chào", { conversationId })));
    const outcomes = await Promise.all([...ask(here, names), ...ask(there, names.toReversed())]);
    expect(outcomes.every(({ kind }) => kind === "answered")).toBe(true);
    expect(await stored()).toEqual({ messages: 24, replies: 24 });
  });

  it("that meets a fault of ours keeps the message with what went wrong, apologises, and is not tried again", async () => {
    const failures: unknown[] = [];
    const handle = turnWith({
      flows: {
        ...flows,
        start: () => {
          throw new Error("the flow is broken");
        },
      },
      onFailure: (error) => failures.push(error),
    });
    const unlucky = message("/start");
    expect(await handle(unlucky)).toEqual({ kind: "failed" });
    expect(failures).toHaveLength(1);
    expect(await test.app.database.query("select failure from inbound_message")).toEqual([
      { failure: "Error: the flow is broken" },
    ]);
    expect(await stored()).toEqual({ messages: 1, replies: 1 });
    expect(await handle(unlucky)).toEqual({ kind: "duplicate" });
  });

  it("leaves nothing when the database goes away in its midst, so that the platform may deliver again", async () => {
    const handle = turnWith({
      flows: {
        ...flows,
        start: async () => {
          await test.app.database.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
          );
          return { replies: [] };
        },
      },
    });
    const again = message("/start");
    await expect(handle(again)).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await stored()).toEqual({ messages: 0, replies: 0 });
    expect((await test.app.handleMessage(again)).kind).toBe("answered");
  });

  it("throws StoreUnavailableError when there is no database at all", async () => {
    await using nowhere = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none" });
    const handle = turnWith({
      turns: createTurnStore(nowhere, {
        listenedTo: "web",
        createStores: () => {
          throw new Error("never reached");
        },
      }),
    });
    await expect(handle(message("xin chào"))).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it("forgets after half an hour what it was asking for", async () => {
    await test.app.handleMessage(message("/chitiet H57.16-210315-0012"));
    now = new Date(now.getTime() + 31 * 60_000);
    await test.app.handleMessage(message("1234"));
    const [attempts] = await test.app.database.query<{ tries: number }>(
      "select count(*)::int as tries from proof_attempt",
    );
    expect(attempts).toEqual({ tries: 0 });
  });

  it("says politely that it cannot read a sticker yet", async () => {
    await test.app.handleMessage(message("", { content: { kind: "unsupported", what: "sticker" } }));
    const [row] = await test.app.database.query<{ reply: { blocks: { text: string }[] } }>(
      "select reply from outbox",
    );
    expect(row!.reply.blocks[0]!.text).toContain("chưa đọc được");
  });
});
