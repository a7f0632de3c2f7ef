// The assistant under siege: two web processes and two workers on servers of their own, citizens who ask on and on, and
// faults drawn by the seed. Prints what became of what was asked during each; ends with 1 when anything was lost, worked
// out twice or overtaken, or when cases, notices, figures or the audit are not as they must be. `npm run chaos -- --minutes 10 --seed 1 --queue redis --citizens 20 --only clock`.
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { createRandom } from "../demo/random.ts";
import { ChaosTown } from "../test/chaos/chaos-town.ts";
import { faults, type Fault } from "../test/chaos/faults.ts";
import { examineBooks, wrongIn } from "../test/chaos/books.ts";
import { layUnderSiege } from "../test/chaos/siege.ts";
import { sumUp, sumUpByFault, type Verdict } from "../test/chaos/verdict.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
    queue: { type: "string", default: "redis" },
    citizens: { type: "string", default: "20" },
    only: { type: "string", default: "" },
  },
});
const gapMs = 3000;
/** A lease, a sweep, and what a retry may wait. */
const patienceMs = 240_000;

const random = createRandom(Number(values.seed));
const queue = values.queue === "postgres" ? "postgres" : "redis";
await using town = await ChaosTown.found(queue);
if (queue === "redis") await town.redis.start();
await town.start("web", "web", "worker", "worker");
const possible = faults.filter(
  ({ name, isOfRedis }) => new RegExp(values.only).test(name) && (queue === "redis" || !isOfRedis),
);
const office = await town.openOffice();
await layUnderSiege(town, Number(values.citizens), drawn(possible), { gapMs, random, office });
const recoveredMs = await recover();
const findings = await town.investigate();
const whole = sumUp(findings);
print(new Map([...sumUpByFault(findings), ["in all", whole]]));
process.stdout.write(
  `Nothing owed any more ${(recoveredMs / 1000).toFixed(1)} s after the last fault; ` +
    `${town.citizens.redelivered} updates had to be posted again.\n`,
);
const books = await examineBooks(town.database, office);
process.stdout.write(
  `${books.accepted} cases accepted, ${books.dossiers} dossiers brought in, ${books.auditLinks} links of the audit. ` +
    `Wrong: ${JSON.stringify(wrongIn(books))}\n`,
);
const isRight =
  !whole.lost.length &&
  !whole.repeated.length &&
  !whole.overtaken.length &&
  Object.values(wrongIn(books)).every((wrong) => wrong === 0 || (Array.isArray(wrong) && wrong.length === 0));
process.exitCode = isRight ? 0 : 1;

/** Every fault once, in an order of chance, again and again until the time is up. */
function* drawn(from: readonly Fault[]): Iterable<Fault> {
  const endAt = performance.now() + Number(values.minutes) * 60_000;
  while (performance.now() < endAt)
    for (const fault of random.shuffle(from)) if (performance.now() < endAt) yield fault;
}

/** Waits until nothing is owed, by the program's own means; returns how long that took. */
async function recover(): Promise<number> {
  const since = performance.now();
  while ((await town.countOwed()) > 0) {
    if (performance.now() - since > patienceMs) break;
    await pause(250);
  }
  return performance.now() - since;
}

function print(verdicts: ReadonlyMap<string, Verdict>): void {
  // oxlint-disable-next-line no-console -- the table is the result
  console.table(
    Object.fromEntries(
      [...verdicts].map(([fault, { asked, answered, doubled, lost, repeated, overtaken }]) => [
        fault,
        {
          sent: asked,
          answered,
          lost: lost.length,
          doubled,
          repeated: repeated.length,
          overtaken: overtaken.length,
        },
      ]),
    ),
  );
}
