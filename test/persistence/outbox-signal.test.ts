import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { listenToOutbox, type OutboxListener } from "../../src/persistence/outbox-signal.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
let signal: OutboxListener;
beforeAll(async () => {
  database = await createTestDatabase();
  signal = listenToOutbox(database.url, "web");
});
afterAll(async () => {
  await signal[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const notify = (payload: string) => database.query("select pg_notify('outbox', $1)", [payload]);

/** A subscription that has rung once the listening connection is there. */
async function subscribed(conversationId: string) {
  const ring = vi.fn<() => void>();
  const stop = signal.subscribe(conversationId, ring);
  await vi.waitUntil(async () => {
    await notify(`web:${conversationId}`);
    return ring.mock.calls.length > 0;
  }, 5_000);
  return { ring, stop };
}

/** Notifications come in order: once this one is heard, those before it have been told. */
async function hearEverything(): Promise<void> {
  const last = vi.fn<() => void>();
  const stop = signal.subscribe("last", last);
  await notify("web:last");
  await vi.waitUntil(() => last.mock.calls.length > 0, 5_000);
  stop();
}

describe("the outbox signal", () => {
  it("wakes everyone who waits for that conversation, and nobody else", async () => {
    const hoa = await subscribed("hoa");
    const hoasPhone = await subscribed("hoa");
    const minh = await subscribed("minh");
    await hearEverything();
    for (const { ring } of [hoa, hoasPhone, minh]) ring.mockClear();
    await notify("web:hoa");
    await hearEverything();
    expect([hoa, hoasPhone, minh].map(({ ring }) => ring.mock.calls.length)).toEqual([1, 1, 0]);
  });

  it("hears nothing of other channels, nor what nobody can read", async () => {
    const { ring } = await subscribed("lan");
    await hearEverything();
    ring.mockClear();
    for (const payload of ["telegram:lan", "lan", "", "web:", "web:lan:1"]) await notify(payload);
    await hearEverything();
    expect(ring).not.toHaveBeenCalled();
  });

  it("leaves alone who has stopped", async () => {
    const { ring, stop } = await subscribed("dung");
    await hearEverything();
    ring.mockClear();
    stop();
    await notify("web:dung");
    await hearEverything();
    expect(ring).not.toHaveBeenCalled();
  });

  it("after a lost connection comes back and wakes everyone, who may have missed something", async () => {
    const { ring } = await subscribed("mai");
    await hearEverything();
    ring.mockClear();
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'motcua outbox signal'" +
        " and datname = current_database()",
    );
    await expect.poll(() => ring.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
    ring.mockClear();
    await notify("web:mai");
    await expect.poll(() => ring.mock.calls.length).toBe(1);
  });

  it("keeps trying while the database is away, and can be closed meanwhile", async () => {
    const away = listenToOutbox("postgres://nobody@127.0.0.1:1/none", "web");
    const ring = vi.fn<() => void>();
    away.subscribe("hoa", ring);
    await away[Symbol.asyncDispose]();
    expect(ring).not.toHaveBeenCalled();
  });
});
