import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { createZaloReachStore } from "../../src/persistence/zalo-reach-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

const hoa = "8123456789012345678";
const nine = new Date("2026-11-23T02:00:00Z");
const ten = new Date("2026-11-23T03:00:00Z");
const eleven = new Date("2026-11-23T04:00:00Z");

let database: Database;
let reach: ReturnType<typeof createZaloReachStore>;

beforeAll(async () => {
  database = await createTestDatabase();
  reach = createZaloReachStore(database, { freeReplies: 8 });
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => database.query("truncate zalo_reach, zalo_quota"));

const spoke = (at: Date, messageId: string) =>
  reach.noteContact({ userId: hoa, at, kind: "spoke", messageId });

describe("what is known of writing to a person", () => {
  it("is nothing at first", async () => {
    expect(await reach.find(hoa)).toBeUndefined();
  });

  it("is their last message, with eight free replies to it", async () => {
    await spoke(nine, "m1");
    expect(await reach.find(hoa)).toEqual({
      isReachable: true,
      lastInteractionAt: nine,
      lastMessageId: "m1",
      freeRepliesLeft: 8,
    });
  });

  it("does not go back when events come twice or in another order", async () => {
    await spoke(ten, "m2");
    await reach.noteSent(hoa, { at: ten, quoted: "m2", quota: { kind: "reply", remaining: 7, total: 8 } });
    await spoke(ten, "m2");
    await spoke(nine, "m1");
    await reach.noteContact({ userId: hoa, at: nine, kind: "unfollowed" });
    expect(await reach.find(hoa)).toMatchObject({
      isReachable: true,
      lastMessageId: "m2",
      freeRepliesLeft: 7,
    });
  });

  it("is that they left, until they come back", async () => {
    await spoke(nine, "m1");
    await reach.noteContact({ userId: hoa, at: ten, kind: "unfollowed" });
    expect(await reach.find(hoa)).toMatchObject({ isReachable: false });
    await reach.noteContact({ userId: hoa, at: eleven, kind: "followed" });
    expect(await reach.find(hoa)).toMatchObject({ isReachable: true, lastInteractionAt: nine });
  });

  it("is what Zalo says of them", async () => {
    await reach.noteUnreachable(hoa, nine);
    expect(await reach.find(hoa)).toMatchObject({ isReachable: false });
  });

  it("a press without a message opens the window but gives nothing to quote", async () => {
    await spoke(nine, "m1");
    await reach.noteContact({ userId: hoa, at: ten, kind: "spoke" });
    expect(await reach.find(hoa)).toMatchObject({ lastInteractionAt: ten, lastMessageId: "m1" });
  });

  it("counts free replies by itself where Zalo gives no figure, and never below none", async () => {
    await spoke(nine, "m1");
    for (let count = 0; count < 10; count++) await reach.noteSent(hoa, { at: nine, quoted: "m1" });
    expect(await reach.find(hoa)).toMatchObject({ freeRepliesLeft: 0 });
  });

  it("does not charge a new message with a reply to the one before", async () => {
    await spoke(nine, "m1");
    await spoke(ten, "m2");
    await reach.noteSent(hoa, { at: ten, quoted: "m1", quota: { kind: "reply", remaining: 2 } });
    expect(await reach.find(hoa)).toMatchObject({ lastMessageId: "m2", freeRepliesLeft: 8 });
  });

  it("says that no reply is free any more when Zalo took one from the package", async () => {
    await spoke(nine, "m1");
    const quota = { kind: "sub_quota", remaining: 99, total: 100 };
    await reach.noteSent(hoa, { at: ten, quoted: "m1", quota });
    expect(await reach.find(hoa)).toMatchObject({ freeRepliesLeft: 0 });
    expect(await database.query("select kind, remaining, total from zalo_quota")).toEqual([quota]);
  });
});

describe("a quota", () => {
  it("is as Zalo last told", async () => {
    await reach.noteQuota({ kind: "zns", remaining: 400, total: 500 }, ten);
    await reach.noteQuota({ kind: "zns", remaining: 450, total: 500 }, nine);
    expect(await database.query("select remaining, told_at from zalo_quota")).toEqual([
      { remaining: 400, told_at: ten },
    ]);
  });
});

describe("a member of staff", () => {
  it("is found by the conversation that is bound to them, if they have a phone", async () => {
    await database.query("insert into unit (code, name) values ('P1', 'Phòng Hộ tịch')");
    await database.query(
      `insert into staff_member (username, full_name, role, phone, unit_id)
       select username, full_name, 'officer', phone, unit.id
       from unit, (values ('lan', 'Trần Thị Lan', '0912345678'), ('nam', 'Vũ Văn Nam', null)) as s (username, full_name, phone)`,
    );
    await database.query(
      `insert into conversation (channel, external_id, speaker, created_at, updated_at)
       values ('zalo', 'z-lan', 'lan', $1, $1), ('zalo', 'z-nam', 'nam', $1, $1), ('telegram', 'z-t', 'lan', $1, $1)`,
      [nine],
    );
    expect(await reach.findStaff("z-lan")).toEqual({ fullName: "Trần Thị Lan", phone: "0912345678" });
    expect(await reach.findStaff("z-nam")).toBeUndefined();
    expect(await reach.findStaff("z-t")).toBeUndefined();
  });
});
