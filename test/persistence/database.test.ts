import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

describe("a row", () => {
  it("holds days as text, instants as dates and bigints as text", async () => {
    const rows = await database.query(
      "select date '2021-03-14' as day, timestamptz '2021-03-14 00:00+07' as at, 9007199254740993 as id",
    );
    expect(rows).toEqual([
      { day: "2021-03-14", at: new Date("2021-03-13T17:00:00Z"), id: "9007199254740993" },
    ]);
  });

  it("is compared in Vietnamese letters of either case", async () => {
    expect(await database.query("select lower('ĐƯỜNG HỒ TỊCH') as text")).toEqual([
      { text: "đường hồ tịch" },
    ]);
  });
});
