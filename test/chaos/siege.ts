import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../../demo/random.ts";
import type { ChaosTown } from "./chaos-town.ts";
import type { Office } from "./office.ts";
import type { Fault } from "./faults.ts";

/** Half as often as Telegram lets one chat be written to, so that what was held up can be caught up with. */
const betweenQuestionsMs = 2000;
const firstCitizen = 1;
const betweenCasesMs = 500;
const betweenImportsMs = 1500;

/** Lets `count` citizens ask on and on, and an office work, while the faults strike, one after another, `gapMs` between them. */
export async function layUnderSiege(
  town: ChaosTown,
  count: number,
  faults: Iterable<Fault>,
  { gapMs, random, office }: { gapMs: number; random: Random; office?: Office },
): Promise<void> {
  let isOver = false;
  const citizens = Array.from({ length: count }, async (_, place) => {
    await pause((betweenQuestionsMs * place) / count);
    while (!isOver) {
      await town.ask(firstCitizen + place);
      await pause(betweenQuestionsMs);
    }
  });
  async function goOn(work: () => Promise<void>, betweenMs: number): Promise<void> {
    while (!isOver) {
      await work();
      await pause(betweenMs);
    }
  }
  if (office)
    citizens.push(
      goOn(() => office.handleOne(), betweenCasesMs),
      goOn(() => office.importSome(), betweenImportsMs),
    );
  try {
    for (const fault of faults) {
      town.citizens.during = fault.name;
      await fault.strike(town, random);
      await pause(gapMs);
      refuseDeaths(town, fault);
    }
  } finally {
    isOver = true;
    if (town.doors.length === 0) await town.start("web");
    await Promise.all(citizens);
  }
}

/** A program ends when it is ended, and never by itself. */
function refuseDeaths({ programs }: ChaosTown, { name }: Fault): void {
  const dead = programs.find(({ hasDied }) => hasDied);
  if (dead) throw new Error(`A ${dead.role} died while ${name}:\n${dead.said.slice(-10).join("\n")}`);
}
