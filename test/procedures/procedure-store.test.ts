import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProcedureStore } from "../../src/persistence/procedure-store.ts";
import type { ProcedureStore } from "../../src/domain/procedures/procedure-store.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
let store: ProcedureStore;
const at = new Date("2026-11-23T02:00:00Z");
beforeAll(async () => {
  database = await createTestDatabase();
  store = createProcedureStore(database);
  await database.query("insert into field (name) values ('Luật sư')");
  for (const [code, isPublished] of [
    ["2.000002", true],
    ["2.000001", true],
    ["2.000003", false],
  ])
    await database.query(
      `insert into procedure (code, name, field_id, online_level, interlinked, is_published, also_called, updated_at)
       select $1, 'Cấp thẻ', id, 'partial', 'none', $2, 'thẻ', $3 from field`,
      [code, isPublished, at],
    );
});
afterAll(() => database[Symbol.asyncDispose]());

describe("the procedure store", () => {
  it("gives what is published, by code, with what is missing as null", async () => {
    const [first, ...others] = await store.published();
    expect(first).toEqual({
      code: "2.000001",
      name: "Cấp thẻ",
      alsoCalled: "thẻ",
      field: "Luật sư",
      workingDays: null,
      fee: null,
      onlineLevel: "partial",
      interlinked: "none",
      papers: null,
      submitAt: null,
      url: null,
      source: null,
      updatedAt: at,
    });
    expect(others.map(({ code }) => code)).toEqual(["2.000002"]);
  });

  it("has another version when anything published changes, and only then", async () => {
    const before = await store.version();
    expect(await store.version()).toBe(before);
    await database.query("update procedure set fee = '1.000 đ' where code = '2.000003'");
    expect(await store.version()).toBe(before);
    await database.query("update procedure set fee = '1.000 đ' where code = '2.000002'");
    const changed = await store.version();
    expect(changed).not.toBe(before);
    await database.query("update procedure set is_published = true where code = '2.000003'");
    expect(await store.version()).not.toBe(changed);
  });

  it("tells the version of two thousand procedures well within a second", async () => {
    await database.query(
      `insert into procedure (code, name, field_id, online_level, interlinked, is_published, papers, updated_at)
       select '3.' || n, 'Thủ tục ' || n, f.id, 'none', 'none', true, repeat('giấy tờ; ', 50), $1
       from field f, generate_series(1, 2000) n`,
      [at],
    );
    const startedAt = performance.now();
    await store.version();
    const took = performance.now() - startedAt;
    expect(took).toBeLessThan(1_000);
    expect(await store.published()).toHaveLength(2_003);
  });
});

describe("an agency without procedures", () => {
  it("has a version all the same", async () => {
    await using empty = await createTestDatabase();
    expect(await createProcedureStore(empty).version()).toBe("");
    expect(await createProcedureStore(empty).published()).toEqual([]);
  });
});
