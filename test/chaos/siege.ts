import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../../demo/random.ts";
import type { ChaosTown } from "./chaos-town.ts";
import type { Fault } from "./faults.ts";

/** Half as often as Telegram lets one chat be written to, so that what was held up can be caught up with. */
const betweenQuestionsMs = 2000;
const firstCitizen = 1;

/** Lets `count` citizens ask on and on while the faults strike, one after another, `gapMs` between them. */
export async function layUnderSiege(
  town: ChaosTown,
  count: number,
  faults: Iterable<Fault>,
  { gapMs, random }: { gapMs: number; random: Random },
): Promise<void> {
  let isOver = false;
  const citizens = Array.from({ length: count }, async (_, place) => {
    await pause((betweenQuestionsMs * place) / count);
    while (!isOver) {
      await town.ask(firstCitizen + place);
      await pause(betweenQuestionsMs);
    }
  });
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
