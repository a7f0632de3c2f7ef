import type { Command } from "commander";
import { exampleCodes, hasForeignUnits, loadDemonstrationInto } from "../demonstration.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("The demonstration agency: a real quarter's figures, invented people and dossiers.")
    .command("load")
    .description("Load it into a database that holds nothing else.")
    .action(() =>
      withApp({}, async (app) => {
        if (await hasForeignUnits(app))
          throw new BadInputError(
            "This database holds an agency already: demonstration data would mix with it.",
          );
        await loadDemonstrationInto(app);
        process.stdout.write(
          `The demonstration agency is loaded. Dossier codes to try: ${(await exampleCodes(app)).join(", ")}\n`,
        );
      }),
    );
}
