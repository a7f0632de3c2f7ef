import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { FakeZalo } from "../support/fake-zalo.ts";
import { ChaosTown } from "./chaos-town.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let town: ChaosTown;
let zalo: FakeZalo;

beforeAll(async () => {
  zalo = await FakeZalo.start();
  zalo.now = new Date();
  town = await ChaosTown.found("postgres", zalo.environment());
  await town.start("web", "worker", "worker");
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
  await zalo[Symbol.asyncDispose]();
});

const people = Array.from({ length: 40 }, (_, place) => `person-${place}`);
const countAnswered = () => people.filter((person) => zalo.messagesTo(person).length > 0).length;

it("of two workers that find the token lapsed at once, one renews it while the other waits, and everyone is answered", async () => {
  await zalo.post(town.doors[0]!, zalo.says("first", "/help"));
  await zalo.until(() => zalo.messagesTo("first").length === 1);
  expect(zalo.grants.granted).toBe(1);
  zalo.grants.revokeAccess();
  zalo.onGrant = untilAnotherWaits;
  await Promise.all(people.map((person) => zalo.post(town.doors[0]!, zalo.says(person, "/help"))));
  await zalo.until(() => countAnswered() === people.length);
  expect(zalo.grants.granted).toBe(2);
  expect(people.map((person) => zalo.messagesTo(person).length)).toEqual(people.map(() => 1));
});

async function untilAnotherWaits(): Promise<void> {
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%zalo_token%'";
  while ((await town.database.query(waiting)).length === 0) await pause(10);
}
