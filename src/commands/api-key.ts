import { randomBytes } from "node:crypto";
import { Option, type Command } from "commander";
import type { ApiClient } from "../domain/feedback/api-client.ts";
import { dayOf } from "../domain/vietnam-time.ts";
import { keyDigest } from "../open311.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createApiClientStore } from "../persistence/api-client-store.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addApiKey(program: Command): void {
  const command = program
    .command("api-key")
    .description("Keys for other systems that hand feedback in over /open311/v2.");
  command
    .command("create <name>")
    .description("Print a new key. It is shown this once: only its digest is kept.")
    .addOption(
      new Option("--source <source>", "what its feedback counts as")
        .choices(["1022", "open311", "other"])
        .default("open311"),
    )
    .action(create);
  command.command("list").description("Name, source, since when, revoked when.").action(list);
  command.command("revoke <name>").description("Make a key worthless at once.").action(revoke);
}

function create(name: string, { source }: { source: ApiClient["source"] }): Promise<void> {
  if (!/^[a-z0-9-]{2,40}$/.test(name))
    throw new BadInputError(`"${name}" will not do: 2 to 40 lower-case letters, digits and hyphens.`);
  return withApp({}, async (app) => {
    const key = randomBytes(32).toString("base64url");
    const now = app.clock();
    const isNew = await app.database.transaction(async (sql) => {
      const isAdded = await createApiClientStore(sql).add({ name, source, keyDigest: keyDigest(key) }, now);
      if (isAdded)
        await createAuditTrail(sql).record({
          ...operatorAt(now),
          deed: "api-key-created",
          on: { kind: "api-client", id: name },
          detail: { source },
        });
      return isAdded;
    });
    if (!isNew)
      throw new BadInputError(`There is a key "${name}" already, perhaps revoked. Take another name.`);
    process.stdout.write(`${key}\n`);
  });
}

function list(): Promise<void> {
  return withApp({}, async (app) => {
    for (const { name, source, createdAt, revokedAt } of await createApiClientStore(app.database).list())
      process.stdout.write(
        `${name}\t${source}\tsince ${dayOf(createdAt)}${revokedAt ? `\trevoked ${dayOf(revokedAt)}` : ""}\n`,
      );
  });
}

function revoke(name: string): Promise<void> {
  return withApp({}, async (app) => {
    const now = app.clock();
    const isRevoked = await app.database.transaction(async (sql) => {
      const isOver = await createApiClientStore(sql).revoke(name, now);
      const on = { kind: "api-client", id: name };
      if (isOver) await createAuditTrail(sql).record({ ...operatorAt(now), deed: "api-key-revoked", on });
      return isOver;
    });
    if (!isRevoked)
      throw new BadInputError(
        `There is no key "${name}" that could be revoked. motcua api-key list shows them.`,
      );
    process.stdout.write(`The key "${name}" is worthless from now on.\n`);
  });
}
