import type { Command } from "commander";
import type { App } from "../app.ts";
import { compareAnswers } from "../persistence/kept-figures/compare-answers.ts";
import { foldFigureChanges } from "../persistence/kept-figures/fold-changes.ts";
import {
  mendSums,
  recountSums,
  type Recount,
  type WrongSum,
} from "../persistence/kept-figures/recount-sums.ts";
import { CannotRunError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

export function addFigures(program: Command): void {
  const figures = program
    .command("figures")
    .description("The sums that figures are answered from, kept with every change of a dossier.");
  figures
    .command("verify")
    .description("Count every dossier anew and say whether the sums are equal, or the first that is not.")
    .action(() => withApp({}, (app) => verify(app)));
  figures
    .command("rebuild")
    .description("Count every dossier anew, put right the sums that differ, and verify. The service may run.")
    .action(() =>
      withApp({}, async (app) => {
        const before = await app.database.transaction(async (sql) => {
          await foldFigureChanges(sql);
          return await mendSums(sql);
        });
        if (before.first)
          process.stdout.write(`Put right: ${before.wrong} sums. The first: ${show(before.first)}\n`);
        await verify(app);
      }),
    );
}

/** Throws CannotRunError when something is not equal. */
async function verify({ database, clock }: App): Promise<void> {
  const recount = await recountSums(database);
  if (recount.first)
    throw new CannotRunError(
      `${recount.wrong} of ${recount.sums} sums differ from the dossiers. The first: ${show(recount.first)}\n` +
        "Run: motcua figures rebuild",
    );
  const { compared, wrong } = await compareAnswers(database, clock());
  const [first] = wrong;
  if (first)
    throw new CannotRunError(
      `The sums are right, but the figures from ${first.period.from} to ${first.period.to} are not: ` +
        `${JSON.stringify(first.kept)} instead of ${JSON.stringify(first.counted)}`,
    );
  process.stdout.write(equal(recount, compared));
}

function equal({ sums }: Recount, periods: number): string {
  return `Equal: ${sums} sums to what the dossiers come to, and the figures of ${periods} periods to a direct count.\n`;
}

function show({ unit, field, mode, span, startsOn, kept, counted }: WrongSum): string {
  const where = [`unit ${unit ?? "all"}`, `field ${field ?? "all"}`, `mode ${mode ?? "all"}`].join(", ");
  const differing = (Object.keys(counted) as (keyof typeof counted)[])
    .filter((measure) => kept[measure] !== counted[measure])
    .map((measure) => `${measure} ${kept[measure]} instead of ${counted[measure]}`);
  return `${span} from ${startsOn}, ${where}: ${differing.join(", ")}`;
}
