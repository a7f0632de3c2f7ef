import type { Command } from "commander";
import { showInstant } from "../domain/vietnam-time.ts";
import {
  findAffected,
  findBulkDisclosures,
  type AffectedPerson,
  type BreachBounds,
} from "../persistence/audit/affected-people.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { readInstant } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addBreach(program: Command): void {
  program
    .command("breach")
    .description(
      "Whose matters were seen between two instants, for the notice within 72 hours (Law 91/2025/QH15).",
    )
    .requiredOption("--from <iso>", "since then", readInstant)
    .requiredOption("--to <iso>", "before then", readInstant)
    .option("--actor <name>", "by this account alone: a username, or an operator's")
    .action(breach);
}

function breach(bounds: BreachBounds): Promise<void> {
  if (bounds.from >= bounds.to) throw new BadInputError("--from must be before --to.");
  return withApp({}, async ({ database, clock }) => {
    const [people, bulk] = await database.transaction(async (sql) => {
      const found = [await findAffected(sql, bounds), await findBulkDisclosures(sql, bounds)] as const;
      // The list is itself a disclosure.
      await createAuditTrail(sql).record({
        ...operatorAt(clock()),
        deed: "list-exported",
        on: { kind: "breach", id: `${bounds.from.toISOString()}..${bounds.to.toISOString()}` },
        detail: { matters: found[0].length, actor: bounds.actor ?? null },
      });
      return found;
    });
    for (const person of people) process.stdout.write(`${lineOf(person)}\n`);
    for (const { happenedAt, actor, deed, subject } of bulk)
      process.stdout.write(`${["bulk", deed, subject, actor, showInstant(happenedAt)].join("\t")}\n`);
    process.stderr.write(
      `${people.length} matters were seen; ${bulk.length} files or lists that may hold others left as well.\n`,
    );
  });
}

function lineOf({
  kind,
  code,
  name,
  phone,
  channel,
  times,
  firstAt,
  lastAt,
  actors,
}: AffectedPerson): string {
  const whom = [kind, code, name ?? "-", phone ?? "-", channel ?? "-"];
  return [...whom, `${times}×`, showInstant(firstAt), showInstant(lastAt), actors.join(",")].join("\t");
}
