import type { Command } from "commander";
import { showInstant } from "../domain/vietnam-time.ts";
import { readSeals, rotateKeys } from "../persistence/rotate-keys.ts";
import { listSealingKeys } from "../persistence/sealing-keys.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addKeys(program: Command): void {
  const command = program.command("keys").description("The keys that personal columns are sealed with.");
  command.command("list").description("Each key, and how many values it has yet to seal.").action(list);
  command
    .command("rotate")
    .description(
      "Seal everything with MOTCUA_SECRET_KEY that another key sealed, or none did; may be stopped and run again.",
    )
    .action(rotate);
}

function list(): Promise<void> {
  return withApp({}, async ({ database }) => {
    for (const { id, since, retiredAt } of await listSealingKeys(database)) {
      const standing = id === database.keyring.currentId ? "current" : retiredAt ? "not needed" : "needed";
      process.stdout.write(`${[id, standing, showInstant(since)].join("\t")}\n`);
    }
    for (const { name, values, behind } of await readSeals(database))
      process.stdout.write(`${[name, `${values} values`, `${behind} behind`].join("\t")}\n`);
  });
}

function rotate(): Promise<void> {
  return withApp({}, async ({ database, clock }) => {
    const sealed = await rotateKeys(database, operatorAt(clock()), (column, count) =>
      process.stderr.write(`\r${column}: ${count} `),
    );
    process.stderr.write("\n");
    for (const [column, count] of Object.entries(sealed))
      process.stdout.write(`${column}\t${count} sealed\n`);
    process.stdout.write(
      `Everything is sealed with ${database.keyring.currentId}. MOTCUA_FORMER_KEYS can go once every process runs with this key; backups of before still need theirs.\n`,
    );
  });
}
