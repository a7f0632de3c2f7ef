import type { Command } from "commander";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { databaseRoles, grantRoles } from "../persistence/database-roles.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("Bring the database to the structure that this version needs.")
    .option("--roles", "also make the roles for serving and for counting, and give each what it needs")
    .action(({ roles }: { roles?: true }) =>
      withApp({}, async (app) => {
        const { applied } = app.migrations;
        process.stdout.write(
          applied.length ? `Applied: ${applied.join(", ")}\n` : "The database is up to date.\n",
        );
        if (!roles) return;
        const queueIsHere = buildConfig(readEnvironment()).queue.redisUrl === undefined;
        await app.database.transaction(async (sql) => {
          await grantRoles(sql, { queueIsHere });
          await createAuditTrail(sql).record({
            ...operatorAt(app.clock()),
            deed: "roles-granted",
            on: { kind: "roles", id: Object.values(databaseRoles).join(" ") },
          });
        });
        process.stdout.write(`Granted: ${Object.values(databaseRoles).join(", ")}\n`);
      }),
    );
}
