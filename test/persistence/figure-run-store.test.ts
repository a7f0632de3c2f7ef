import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { runIdOf, runLifetimeMs } from "../../src/domain/statistics/figure-run.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createFigureRunStore } from "../../src/persistence/figure-run-store.ts";
import { createSignedFiguresStore } from "../../src/persistence/signed-figures-store.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
});
afterAll(() => database[Symbol.asyncDispose]());

describe("an answer that can be asked for again", () => {
  it("is forgotten after its time, unless its period was signed off", async () => {
    const runs = createFigureRunStore(database);
    const askedAt = new Date("2021-07-01T02:00:00Z");
    const answer = async (quarter: number) => {
      const period = namedPeriod("quarter", 2021, quarter, "reporting");
      const figures = (await createStatisticsStore(database).figures({ period, now: askedAt }))!;
      await runs.keep({ askedAt, figures });
      return runIdOf(figures);
    };
    const [signed, other] = [await answer(1), await answer(2)];
    const period = namedPeriod("quarter", 2021, 1, "reporting");
    await createSignedFiguresStore(database).signOff({ period, now: askedAt }, { name: "Trần Thị Hoa" });

    const end = askedAt.getTime() + runLifetimeMs;
    await runs.forget(new Date(end - runLifetimeMs));
    expect(await runs.find(other)).toBeDefined();
    await runs.forget(new Date(end + 1 - runLifetimeMs));
    expect(await runs.find(other)).toBeUndefined();
    expect(await runs.find(signed)).toMatchObject({ id: signed, askedAt });
  });
});
