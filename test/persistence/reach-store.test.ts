import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, describe } from "vitest";
import { createReachStore } from "../../src/persistence/reach-store.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const start = new Date("2021-03-15T01:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let now = start;
let test: TestApp;
beforeAll(async () => void (test = await createTestApp(() => now)));
afterAll(() => test[Symbol.asyncDispose]());

const conversationId = "7";
const note = (isReachable: boolean, at: Date) =>
  createReachStore(test.app.database, "telegram").note({
    conversationId,
    at,
    isReachable,
    ...(!isReachable && { reason: "blocked by the person" }),
  });
const hoaWrites = () =>
  test.app.handleMessage({
    id: randomUUID(),
    channel: "telegram",
    conversationId,
    content: { kind: "text", text: "/help" },
    sentAt: now,
  });
const unreachable = async () => {
  const [row] = await test.app.database.query<{ since: Date | null; why: string | null }>(
    "select unreachable_since as since, unreachable_reason as why from conversation where external_id = '7'",
  );
  return row;
};

describe("whether a person can be written to", () => {
  it("is of no account before they ever wrote", async () => {
    await note(false, start);
    expect(await unreachable()).toBeUndefined();
  });

  it("ends when they block us, and begins anew with their next word", async () => {
    await hoaWrites();
    await note(false, after(5));
    await note(false, after(6));
    expect(await unreachable()).toEqual({ since: after(5), why: "blocked by the person" });
    now = after(10);
    await hoaWrites();
    expect(await unreachable()).toEqual({ since: null, why: null });
  });

  it("is not ended by news older than their last word", async () => {
    await note(false, after(8));
    expect(await unreachable()).toEqual({ since: null, why: null });
  });

  it("begins anew when the platform says so", async () => {
    await note(false, after(12));
    await note(true, after(13));
    expect(await unreachable()).toEqual({ since: null, why: null });
  });
});
