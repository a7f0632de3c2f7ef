import { InvalidArgumentError, Option, type Command } from "commander";
import {
  callOutcomes,
  excerptOf,
  type CallList,
  type CallOutcome,
  type Untold,
} from "../conversation/delivery/call-list.ts";
import { showInstant } from "../domain/vietnam-time.ts";
import { redactText } from "../logging/redact.ts";
import { createCallList } from "../persistence/call-list-store.ts";
import { readDeliveries } from "../persistence/delivery-history.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addDeliveries(program: Command): void {
  const command = program
    .command("deliveries")
    .description("What became of messages, and what could not be told to somebody on any channel.");
  command
    .command("of")
    .description("The last messages to one person, how each stands and why.")
    .argument("<person>", "a username, or channel:conversation as the logs name it")
    .action(listOf);
  command
    .command("undeliverable")
    .description("List it: whom to call, where it was tried, why it failed, since when, what it says.")
    .action(list);
  command
    .command("retry")
    .description("Send it once more, beginning anew.")
    .argument("<id>", "as the list shows it", readId)
    .action((id: string) =>
      change(id, (list, act) => list.retry(id, act), "is tried again within half a minute"),
    );
  command
    .command("clear")
    .description("Note a call: who was told, or has no such number, is off the list.")
    .argument("<id>", "as the list shows it", readId)
    .addOption(new Option("--outcome <outcome>", "what came of it").choices(callOutcomes).default("told"))
    .action((id: string, { outcome }: { outcome: CallOutcome }) =>
      change(
        id,
        (list, act) => list.called(id, outcome, act),
        outcome === "no-answer" ? "stays on the list" : "is off the list",
      ),
    );
}

function list(): Promise<void> {
  return withApp({}, async (app) => {
    const untold = await createCallList(app.database).read();
    for (const one of untold) process.stdout.write(`${lineOf(one)}\n`);
    process.stderr.write(`${untold.length} on the list.\n`);
  });
}

const deliveriesShown = 50;

function listOf(person: string): Promise<void> {
  return withApp({}, async (app) => {
    const deliveries = await readDeliveries(app.database, person, deliveriesShown);
    for (const { id, channel, status, reason, attempts, createdAt, sentAt, reply } of deliveries) {
      const when = sentAt ? showInstant(sentAt) : "-";
      const fields = [id, channel, status, reason ?? "-", attempts, showInstant(createdAt), when];
      process.stdout.write(`${[...fields, redactText(excerptOf(reply))].join("\t")}\n`);
    }
    process.stderr.write(`${deliveries.length} shown, newest first.\n`);
  });
}

function lineOf({ id, person, phone, channel, reason, since, said }: Untold): string {
  const excerpt = "reply" in said ? redactText(excerptOf(said.reply)) : said.notice;
  return [id, person, phone ?? "-", channel ?? "-", reason, showInstant(since), excerpt].join("\t");
}

function change(
  id: string,
  deed: (list: CallList, act: ReturnType<typeof operatorAt>) => Promise<boolean>,
  done: string,
): Promise<void> {
  return withApp({}, async (app) => {
    if (!(await deed(createCallList(app.database), operatorAt(app.clock()))))
      throw new BadInputError(`${id} is not on the list. motcua deliveries undeliverable shows it.`);
    process.stdout.write(`${id} ${done}.\n`);
  });
}

function readId(text: string): string {
  if (!/^n?\d{1,18}$/.test(text)) throw new InvalidArgumentError("Write a number, or n and a number.");
  return text;
}
