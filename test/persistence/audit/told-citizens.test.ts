import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listActs } from "../../../src/persistence/audit/list-acts.ts";
import { verifyAudit } from "../../../src/persistence/audit/verify-audit.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";

let town: FeedbackTown;
let database: Database;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  database = town.test.app.database;
});
afterAll(() => town[Symbol.asyncDispose]());

const faults = async () => (await verifyAudit(database, [])).faults.map(({ fault }) => fault);

describe("what a citizen was told of their case", () => {
  it("is evidence word for word: a word that is changed is found, a person who is erased is not", async () => {
    const binh = await town.citizen("bình");
    const { code } = await binh.files("Đã nộp mà chưa có biên nhận.");
    await town.does(code, { kind: "accept" });
    await town.passes();
    const told = await listActs(database, { deed: "citizen-told", limit: 10 });
    expect(told).toMatchObject([{ actor: "assistant", subject: code, channel: "test-bình" }]);
    expect(await faults()).toEqual([]);
    await database.query(`update outbox set reply = '{"blocks": []}' where id = $1`, [
      told[0]!.detail["outbox"],
    ]);
    expect(await faults()).toEqual([]);
    await database.query(`update outbox set reply = '{"blocks": [{}]}' where id = $1`, [
      told[0]!.detail["outbox"],
    ]);
    expect(await faults()).toEqual([
      expect.stringContaining(`what the sender of ${code} was told was altered`),
    ]);
  });
});
