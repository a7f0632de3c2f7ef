import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { listActs } from "../../src/persistence/audit/list-acts.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
});
afterAll(() => database[Symbol.asyncDispose]());

const target = (...args: string[]) => runMotcua(["target", ...args], database.url);
const indicator = ["--indicator", "onlineRateOfReceived"];
const terms = [...indicator, "--source", "Kế hoạch 12/KH-UBND", "--by", "Hoa"];

describe("motcua target", () => {
  it("sets a target for a period in words, revises it, ends it, and lists what happened", async () => {
    const set = await target("set", ...terms, "--value", "25%", "--period", "nam 2021");
    expect(set).toMatchObject({ code: 0, stderr: "" });
    expect(set.stdout).toContain("Set: 1\t*\tonlineRateOfReceived\tat least 25%\t2020-12-15 to 2021-12-14");
    const revised = await target("set", ...terms, "--value", "30,5%", "--period", "nam 2021");
    expect(revised.stdout).toContain("Revised: 2\t*\tonlineRateOfReceived\tat least 30.5%");
    expect((await target("end", "2", "--on", "2021-06-14", "--by", "Nam")).stdout).toBe(
      "It ends with 2021-06-14.\n",
    );
    expect((await target("list")).stdout.trim().split("\n")).toHaveLength(1);
    expect((await target("list", "--history")).stdout).toContain("by Nam");
    expect((await target("end", "3", "--mistake", "--by", "Nam")).stdout).toBe("Taken back.\n");
    expect((await target("list")).stdout).toBe("");
    const acts = await listActs(database, { deed: "target-", limit: 9 });
    expect(acts.map(({ deed, subject, detail }) => [deed, subject, detail["for"]]).toReversed()).toEqual([
      ["target-set", "1", "Hoa"],
      ["target-set", "2", "Hoa"],
      ["target-ended", "2", "Nam"],
      ["target-ended", "3", "Nam"],
    ]);
  });

  it.each([
    [["--value", "25%", "--unit", "NO"], 'There is no unit "NO".'],
    [["--value", "0.25"], "Write a percentage: 25% or 12.5%."],
    [["--value", "25%", "--from", "2021-03-14", "--to", "2021-03-13"], "wrong days"],
  ])("refuses %j", async (args, words) => {
    const { code, stderr } = await target("set", ...terms, ...args);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
  });
});
