import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PaceStore } from "../../src/conversation/delivery/pacing.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createDeliveryPaceStore, forgetFreePaces } from "../../src/persistence/delivery-pace-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
let pace: PaceStore;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate delivery_pace, delivery_slot");
  pace = createDeliveryPaceStore(database);
});

const everyMs = 60_000;

describe("the pace of a scope", () => {
  it("lets a burst go at once, and after it one at a time", async () => {
    const taken = [];
    for (let call = 0; call < 5; call++)
      taken.push(await pace.reserve("telegram:7", { burst: 3, everyMs }, 10 * everyMs));
    expect(taken.every(({ isReserved }) => isReserved)).toBe(true);
    expect(taken.slice(0, 3).map(({ waitMs }) => waitMs)).toEqual([0, 0, 0]);
    expect(Math.round(taken[3]!.waitMs / everyMs)).toBe(1);
    expect(Math.round(taken[4]!.waitMs / everyMs)).toBe(2);
  });

  it("takes no moment beyond the horizon, and says when to ask again", async () => {
    const ask = () => pace.reserve("telegram:7", { burst: 1, everyMs }, 1000);
    expect(await ask()).toEqual({ isReserved: true, waitMs: 0 });
    const refused = await ask();
    expect(refused.isReserved).toBe(false);
    expect(refused.waitMs).toBeGreaterThan(everyMs - 10_000);
    expect(refused.waitMs).toBeLessThanOrEqual(everyMs - 1000);
    expect(await ask()).toMatchObject({ isReserved: false });
  });

  it("gives each of many workers a moment of its own", async () => {
    const stores = [1, 2, 3, 4].map(() => createDeliveryPaceStore(database));
    const asked = Array.from({ length: 40 }, (_, place) =>
      stores[place % 4]!.reserve("telegram", { burst: 1, everyMs }, 100 * everyMs),
    );
    const moments = (await Promise.all(asked)).map(({ waitMs }) => Math.round(waitMs / everyMs));
    expect(moments.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, place) => place));
  });

  it("holds everyone back for as long as a platform asks", async () => {
    await pace.hold("telegram", everyMs);
    await pace.hold("telegram", 10);
    const { isReserved, waitMs } = await pace.reserve("telegram", { burst: 1, everyMs: 33 }, 2 * everyMs);
    expect(isReserved).toBe(true);
    expect(waitMs).toBeGreaterThan(everyMs - 10_000);
  });

  it("keeps scopes apart, and forgets those that are long free", async () => {
    await pace.reserve("telegram:7", { burst: 1, everyMs }, 0);
    expect(await pace.reserve("telegram:8", { burst: 1, everyMs }, 0)).toEqual({
      isReserved: true,
      waitMs: 0,
    });
    await database.query(
      "update delivery_pace set next_at = now() - interval '2 minutes' where scope = 'telegram:7'",
    );
    await forgetFreePaces(database);
    expect(await database.query("select scope from delivery_pace")).toEqual([{ scope: "telegram:8" }]);
  });
});

describe("the slots of a channel", () => {
  const window = { count: 2, lengthMs: 50 };

  it("are as many as the platform takes calls, and each comes back a while after its answer", async () => {
    const first = await pace.takeSlot("telegram", window);
    const second = await pace.takeSlot("telegram", window);
    const slots = [first, second].map((taken) => ("slot" in taken ? taken.slot : 0));
    expect(new Set(slots)).toEqual(new Set([1, 2]));
    expect(await pace.takeSlot("telegram", window)).toHaveProperty("waitMs");
    await pace.returnSlot("telegram", window, 1);
    expect(await pace.takeSlot("telegram", window)).toHaveProperty("waitMs");
    await wait(window.lengthMs + 5);
    expect(await pace.takeSlot("telegram", window)).toEqual({ slot: 1 });
    expect(await pace.takeSlot("telegram", window)).toHaveProperty("waitMs");
  });

  it("are taken by one worker each", async () => {
    const many = { count: 10, lengthMs: 50 };
    const stores = [1, 2, 3].map(() => createDeliveryPaceStore(database));
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_, place) => stores[place % 3]!.takeSlot("telegram", many)),
    );
    const slots = taken.flatMap((one) => ("slot" in one ? one.slot : []));
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.length).toBeGreaterThan(0);
  });

  it("of a worker that died come back", async () => {
    await pace.takeSlot("telegram", { count: 1, lengthMs: 50 });
    await database.query("update delivery_slot set free_at = free_at - interval '61 seconds'");
    expect(await pace.takeSlot("telegram", { count: 1, lengthMs: 50 })).toEqual({ slot: 1 });
  });
});
