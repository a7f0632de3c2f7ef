import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createRandom } from "../../demo/random.ts";
import { hasRedisServer } from "./chaos-redis.ts";
import { ChaosTown } from "./chaos-town.ts";
import { faults } from "./faults.ts";
import { examineBooks, wrongIn } from "./books.ts";
import { layUnderSiege } from "./siege.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let town: ChaosTown;

beforeAll(async () => {
  town = await ChaosTown.found(hasRedisServer ? "redis" : "postgres");
  if (hasRedisServer) await town.redis.start();
  await town.start("web", "web", "worker", "worker");
});
afterAll(() => town[Symbol.asyncDispose]());

it("two web processes and two workers lose nothing, whatever befalls them one after another", async () => {
  // Telegram's own trouble has a test of its own.
  const chosen = faults.filter(
    ({ name, isOfRedis }) => !name.startsWith("Telegram") && (hasRedisServer || !isOfRedis),
  );
  const office = await town.openOffice();
  await layUnderSiege(town, 15, chosen, { gapMs: 100, random: createRandom(4), office });
  await town.recover();
  const books = await examineBooks(town.database, office);
  expect(wrongIn(books)).toEqual({
    changedOtherwise: [],
    toldOtherwise: [],
    wrongFigures: 0,
    auditFaults: [],
  });
  expect(Math.min(books.accepted, books.dossiers, books.auditLinks)).toBeGreaterThan(10);
  const verdict = await town.judge();
  expect(verdict).toMatchObject({ lost: [], repeated: [], overtaken: [] });
  expect(verdict.asked).toBeGreaterThan(30);
  expect(town.running("web")).toHaveLength(2);
});
