import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { targetFaults, type Target, type TargetTerms } from "../../src/domain/targets/target.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { createTargetStore } from "../../src/persistence/target-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

const now = new Date("2021-02-01T02:00:00Z");
const hoa = { by: "Trần Thị Hoa", now };
const year = namedPeriod("year", 2021, 1, "reporting");
const quarter = namedPeriod("quarter", 2021, 1, "reporting");

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id),
      room as (insert into unit (code, name, parent_id) select 'HCTP', 'Phòng Hành chính tư pháp', id from root returning id)
    insert into unit (code, name, parent_id) select 'TO1', 'Tổ Một', id from room`);
});
beforeEach(() => database.query("truncate target"));
afterAll(() => database[Symbol.asyncDispose]());

function online(value: number, terms: Partial<TargetTerms> = {}): TargetTerms {
  return {
    indicator: "onlineRateOfReceived",
    unitCode: null,
    validFrom: year.from,
    validTo: year.to,
    value,
    source: "Kế hoạch 12/KH-UBND ngày 05/01/2021",
    ...terms,
  };
}

/** The target that the figures show. */
async function shown(period = quarter, unitCode?: string): Promise<number | undefined> {
  const statistics = createStatisticsStore(database);
  const figures = await statistics.figures({ period, now, ...(unitCode && { unitCode }) });
  return figures!.targets.find(({ indicator }) => indicator === "onlineRateOfReceived")?.target;
}

describe("a target", () => {
  it("that is set anew keeps what held before, with who changed it and when", async () => {
    const targets = createTargetStore(database);
    expect(await targets.set(online(0.25), hoa)).toMatchObject({ kind: "set", target: { value: 0.25 } });
    expect(await targets.set(online(0.25), hoa)).toMatchObject({ kind: "unchanged" });
    const later = { by: "Lê Văn Nam", now: new Date("2021-03-01T02:00:00Z") };
    expect(await targets.set(online(0.3), later)).toMatchObject({ kind: "set", replaced: { value: 0.25 } });
    expect(await targets.list()).toMatchObject([{ value: 0.3, setBy: "Lê Văn Nam", supersededAt: null }]);
    expect(await targets.list({ withHistory: true })).toMatchObject([
      { value: 0.3 },
      { value: 0.25, setBy: "Trần Thị Hoa", supersededAt: later.now, supersededBy: "Lê Văn Nam" },
    ]);
  });

  it("is revised by the first of two, and never onto the days of another", async () => {
    const targets = createTargetStore(database);
    await targets.set(online(0.25), hoa);
    const [{ id }] = (await targets.list()) as [Target];
    await targets.set(online(0.2, { validTo: quarter.to }), hoa);
    expect(await targets.revise(id, online(0.3, { validTo: quarter.to }), hoa)).toMatchObject({
      kind: "taken",
    });
    expect(await targets.revise(id, online(0.3, { unitCode: "NO" }), hoa)).toEqual({ kind: "no-unit" });
    expect((await targets.find(id))!.supersededAt).toBeNull();
    expect(await targets.revise(id, online(0.3, { unitCode: "HCTP" }), hoa)).toMatchObject({
      kind: "set",
      target: { unitCode: "HCTP", unitName: "Phòng Hành chính tư pháp" },
    });
    expect(await targets.revise(id, online(0.35), hoa)).toEqual({ kind: "gone" });
  });

  it("that ends is kept until its last day, and one set by mistake never counted", async () => {
    const targets = createTargetStore(database);
    await targets.set(online(0.25), hoa);
    const [set] = await targets.list();
    expect(await targets.end(set!.id, "2021-02-28" as Day, hoa)).toEqual({ kind: "ended" });
    expect(await targets.list()).toMatchObject([{ validTo: "2021-02-28", value: 0.25 }]);
    const [left] = await targets.list();
    expect(await targets.end(left!.id, null, hoa)).toEqual({ kind: "ended" });
    expect(await targets.list()).toEqual([]);
    expect(await targets.end(left!.id, null, hoa)).toEqual({ kind: "gone" });
    expect(await targets.end("x", null, hoa)).toEqual({ kind: "gone" });
  });

  it("has a value up to all, days in their order, and a document", () => {
    expect(targetFaults(online(0.25))).toEqual([]);
    expect(targetFaults(online(1))).toEqual([]);
    expect(targetFaults(online(0, { validTo: "2020-01-01" as Day, source: " " }))).toEqual([
      "value",
      "days",
      "source",
    ]);
    expect(targetFaults(online(1.01, { source: "x".repeat(301) }))).toEqual(["value", "source"]);
  });
});

describe("the target shown for a period", () => {
  it("is the unit's own, or else that of the nearest above it", async () => {
    const targets = createTargetStore(database);
    await targets.set(online(0.25), hoa);
    expect(await shown(quarter, "TO1")).toBe(0.25);
    await targets.set(online(0.4, { unitCode: "HCTP" }), hoa);
    expect(await shown(quarter, "TO1")).toBe(0.4);
    await targets.set(online(0.5, { unitCode: "TO1" }), hoa);
    expect(await shown(quarter, "TO1")).toBe(0.5);
    expect(await shown(quarter, "HCTP")).toBe(0.4);
    expect(await shown()).toBe(0.25);
  });

  it("is the one set for the shortest time, but none set for less than the time asked for", async () => {
    const targets = createTargetStore(database);
    await targets.set(online(0.2, { validTo: quarter.to }), hoa);
    expect(await shown(year)).toBeUndefined();
    await targets.set(online(0.3), hoa);
    await targets.set(online(0.1, { validTo: null }), hoa);
    expect(await shown(quarter)).toBe(0.2);
    expect(await shown(year)).toBe(0.3);
    expect(await shown(namedPeriod("year", 2022, 1, "reporting"))).toBe(0.1);
    const calendarQuarter = online(0.22, { validFrom: "2021-01-01" as Day, validTo: "2021-03-31" as Day });
    await targets.set(calendarQuarter, hoa);
    expect(await shown(quarter)).toBe(0.2);
    expect(await shown(namedPeriod("quarter", 2021, 1, "calendar"))).toBe(0.22);
  });

  it("of the whole agency is also one that names its topmost unit", async () => {
    await createTargetStore(database).set(online(0.25, { unitCode: "STP" }), hoa);
    expect(await shown()).toBe(0.25);
    expect(await shown(quarter, "TO1")).toBe(0.25);
  });
});
