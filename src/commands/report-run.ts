import type { App } from "../app.ts";
import { figuresAnswer } from "../conversation/answers/figures-answer.ts";
import type { Block } from "../conversation/reply.ts";
import { movedFigures, runIdOf, type MovedFigure } from "../domain/statistics/figure-run.ts";
import { createFigureRunStore } from "../persistence/figure-run-store.ts";
import { reportJson } from "../reports/report-json.ts";
import { BadInputError } from "./command-error.ts";

/** Asks anew what an answer had been asked, as of the same moment, and says whether the numbers are still the same. */
export async function askAgain(
  app: App,
  id: string,
  format: string,
  print: (blocks: Block[]) => Promise<unknown>,
): Promise<void> {
  const run = await createFigureRunStore(app.database).find(id);
  if (!run) throw new BadInputError(`There is no run ${id}: it stands under an answer of figures, S-…`);
  const { figures: before, askedAt, unitCode } = run;
  const { period } = before;
  const now = await app.statistics.figures({ period, now: askedAt, ...(unitCode && { unitCode }) });
  if (!now) throw new BadInputError(`There is no unit "${unitCode}" any more.`);
  const [idNow, moved] = [runIdOf(now), movedFigures(before, now)];
  const again = { run: idNow, isSame: idNow === run.id, moved };
  if (format === "json") {
    const told = { ...reportJson(before, app.say), askedAt: askedAt.toISOString(), again };
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return;
  }
  if (format !== "text") throw new BadInputError("A run is shown as text or json.");
  await print(figuresAnswer(before, { say: app.say, language: "vi" }));
  process.stdout.write(`${verdict(again)}\n`);
}

function verdict({ run, isSame, moved }: { run: string; isSame: boolean; moved: MovedFigure[] }): string {
  if (isSame) return "Asked again as of then: the same.";
  const lines = moved.map(({ path, before = "none", now = "none" }) => `${path}: ${before} → ${now}`);
  return [`Asked again as of then: ${run}.`, ...(lines.length ? lines : ["Only the targets moved."])].join(
    "\n",
  );
}
