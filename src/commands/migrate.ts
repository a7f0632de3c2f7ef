import type { Command } from "commander";
import { withApp } from "./with-app.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("Bring the database to the structure that this version needs.")
    .action(() =>
      withApp({}, async (app) => {
        const { applied } = app.migrations;
        process.stdout.write(
          applied.length ? `Applied: ${applied.join(", ")}\n` : "The database is up to date.\n",
        );
      }),
    );
}
