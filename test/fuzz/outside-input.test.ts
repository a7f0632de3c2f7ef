import { afterAll, beforeAll, expect, it } from "vitest";
import { createLeakTown, type LeakTown } from "../leaks/leak-town.ts";
import { fuzz, requireNoStack, type FuzzResult, type FuzzTarget } from "./fuzz-target.ts";
import { platformTargets } from "./platform-targets.ts";
import { serviceTargets } from "./service-targets.ts";
import { textTargets } from "./text-targets.ts";
import { webTargets } from "./web-targets.ts";

// Whatever comes from outside is read or refused. `npm run fuzz` does the same with far more inputs.

const inputs = Number(process.env["FUZZ_INPUTS"] ?? 1500);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const patienceMs = 30_000 + inputs * 30;
const shares = 1000;

let town: LeakTown;
let targets: FuzzTarget[];
let heard = 0;
const results = new Map<string, FuzzResult>();

beforeAll(async () => {
  town = await createLeakTown();
  targets = [
    ...platformTargets(() => (heard += 1)),
    ...(await textTargets()),
    ...(await serviceTargets(town)),
    ...(await webTargets(town)),
  ];
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
  if (!process.env["FUZZ_INPUTS"]) return;
  const rows = [...results].map(([name, { inputs: count, escapes, slowestMs }]) => [
    name,
    { inputs: count, escapes: escapes.length, "slowest ms": Math.round(slowestMs) },
  ]);
  // oxlint-disable-next-line no-console -- the table is the result
  console.table(Object.fromEntries(rows));
});

it(
  "nothing from outside is thrown past its edge, hangs, or tells where it went wrong",
  { timeout: patienceMs },
  async () => {
    for (const target of targets) {
      const count = Math.max(1, Math.round((inputs * target.share) / shares));
      results.set(target.name, await fuzz(target, count, seed));
    }
    // Enough of the recordings stayed messages for this to mean something.
    expect(heard).toBeGreaterThan(inputs / 20);
    expect(
      [...results]
        .filter(([, { escapes }]) => escapes.length)
        .map(([name, { escapes }]) => ({ name, escapes })),
    ).toEqual([]);
  },
);

it("notices what is thrown, and an answer with a stack", async () => {
  const broken: FuzzTarget = { ...targets[0]!, take: () => requireNoStack(String(new Error("x").stack)) };
  expect((await fuzz(broken, 3, seed)).escapes).toHaveLength(3);
});
