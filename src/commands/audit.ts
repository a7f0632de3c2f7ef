import { InvalidArgumentError, type Command } from "commander";
import { readHeadsFile } from "../audit-heads.ts";
import { showInstant } from "../domain/vietnam-time.ts";
import { listActs, type ActsAsked } from "../persistence/audit/list-acts.ts";
import { verifyAudit, type NotedHead } from "../persistence/audit/verify-audit.ts";
import { readInstant } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

export function addAudit(program: Command): void {
  const command = program
    .command("audit")
    .description("What was done, by whom, and whether it is still whole.");
  command
    .command("verify")
    .description("Read the whole chain; exit code 1 when anything in it is not as it was written.")
    .option("--heads <file>", "heads noted outside; AUDIT_HEADS_FILE when left out")
    .action(verify);
  command
    .command("list")
    .description("The newest acts first, one a line: place, when, who, what, on what, where, detail.")
    .option("--from <iso>", "since then", readInstant)
    .option("--to <iso>", "before then", readInstant)
    .option("--actor <name>", "a username, or another actor as the list names it")
    .option("--deed <deed>", "a deed or its beginning: case-, staff-signed-in")
    .option("--subject <id>", "what it was done to: a case's code, a username")
    .option("--limit <n>", "how many", readLimit, 100)
    .action(list);
}

function verify({ heads }: { heads?: string }): Promise<void> {
  return withApp({}, async ({ database, auditHeads }) => {
    const outside = await readOutside(heads, auditHeads.file);
    const verdict = await verifyAudit(database, outside);
    for (const { place, fault } of verdict.faults)
      process.stdout.write(`${place ? `link ${place} ` : ""}${fault}\n`);
    const { links, head, pending, faults } = verdict;
    const end = head ? `, its head is ${head.hash}` : "";
    process.stderr.write(
      `${links} links${end}; held against ${verdict.heads} noted heads (${outside.length} from outside); ${pending} acts wait to be sealed.\n`,
    );
    if (faults.length) throw new BadInputError(`The audit is not whole: ${faults.length} fault(s).`);
  });
}

async function readOutside(named: string | undefined, configured: string | undefined): Promise<NotedHead[]> {
  const path = named ?? configured;
  if (path === undefined) return [];
  return await readHeadsFile(path).catch((error: NodeJS.ErrnoException) => {
    // Nothing is noted before the first day is over.
    if (named === undefined && error.code === "ENOENT") return [];
    throw new BadInputError(`The heads in ${path} cannot be read: ${error.message}`);
  });
}

function list(asked: ActsAsked): Promise<void> {
  return withApp({}, async ({ database }) => {
    const acts = await listActs(database, asked);
    for (const act of acts) {
      const { place, happenedAt, actorKind, actor, deed, subjectKind, subject, channel, detail } = act;
      const fields = [place ?? "-", showInstant(happenedAt), `${actorKind}:${actor}`, deed];
      const line = [...fields, `${subjectKind}:${subject}`, channel, JSON.stringify(detail)].join("\t");
      process.stdout.write(`${line}\n`);
    }
    process.stderr.write(`${acts.length} acts.\n`);
  });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new InvalidArgumentError("Write a whole number from 1 to 100000.");
  return limit;
}
