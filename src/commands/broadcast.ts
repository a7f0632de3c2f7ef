import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { InvalidArgumentError, type Command } from "commander";
import type {
  Audience,
  BroadcastBoard,
  BroadcastProgress,
} from "../conversation/broadcasts/broadcast-board.ts";
import { excerpt } from "../conversation/answers/excerpt.ts";
import { showInstant } from "../domain/vietnam-time.ts";
import { createBroadcastBoard } from "../persistence/broadcast-board.ts";
import { readInstant } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

interface BroadcastOptions {
  to?: Audience;
  text?: string;
  expires?: Date;
}

export function addBroadcast(program: Command): void {
  const command = program
    .command("broadcast")
    .description("Tell very many people one thing, each once, behind everything else there is to say.")
    .option("--to <audience>", "followers, followers:DOSSIER, staff or unit:CODE", readAudience)
    .option("--text <file>", "what to say; - reads it from stdin. Empty lines part paragraphs.")
    .option("--expires <iso>", "what was not sent by then is not sent any more", readInstant)
    .action(start);
  command.command("list").description("All of them, the newest first, with how far each is.").action(list);
  change(command, "pause", "Hold back what was not sent yet.", "is paused");
  change(command, "resume", "Go on with a paused one.", "goes on");
  change(command, "cancel", "Send nothing more of it, ever.", "is cancelled");
}

async function start({ to: audience, text: file, expires }: BroadcastOptions): Promise<void> {
  if (!audience || file === undefined)
    throw new BadInputError("Name --to and --text, or say: broadcast list.");
  const text = (await readText(file)).trim();
  if (!text) throw new BadInputError("There is nothing to say: the text is empty.");
  await withApp({}, async ({ database, clock }) => {
    const now = clock();
    if (expires && expires <= now) throw new BadInputError("--expires has passed already.");
    const started = await createBroadcastBoard(database).start(
      { audience, text, expiresAt: expires ?? null },
      operatorAt(now),
    );
    if (started.kind === "nobody")
      throw new BadInputError("That is for nobody: no such unit or dossier, or nobody there.");
    process.stdout.write(
      `Broadcast ${started.id} goes out to ${started.total} people. motcua broadcast list shows how far it is.\n`,
    );
  });
}

function list(): Promise<void> {
  return withApp({}, async ({ database }) => {
    const broadcasts = await createBroadcastBoard(database).list();
    for (const one of broadcasts) process.stdout.write(`${lineOf(one)}\n`);
    process.stderr.write(`${broadcasts.length} broadcasts.\n`);
  });
}

function lineOf(broadcast: BroadcastProgress): string {
  const { id, status, createdAt, audience, total, written, sent, undeliverable, expired, text } = broadcast;
  const counts = `total ${total}, written ${written}, sent ${sent}, undeliverable ${undeliverable}, expired ${expired}`;
  return [id, status, showInstant(createdAt), nameOf(audience), counts, excerpt(text, 60)].join("\t");
}

function nameOf(audience: Audience): string {
  switch (audience.kind) {
    case "followers":
      return audience.dossierCode === undefined ? "followers" : `followers:${audience.dossierCode}`;
    case "staff":
      return "staff";
    case "unit":
      return `unit:${audience.unitCode}`;
  }
}

type Deed = Exclude<keyof BroadcastBoard, "start" | "list" | "count">;

function change(command: Command, deed: Deed, description: string, done: string): void {
  command
    .command(deed)
    .description(description)
    .argument("<n>", "as the list shows it", readNumber)
    .action((id: number) =>
      withApp({}, async ({ database, clock }) => {
        if (!(await createBroadcastBoard(database)[deed](id, operatorAt(clock()))))
          throw new BadInputError(
            `${deed}: not what can be done to broadcast ${id} now. motcua broadcast list shows it.`,
          );
        process.stdout.write(`Broadcast ${id} ${done}.\n`);
      }),
    );
}

function readText(file: string): Promise<string> {
  if (file === "-") return readAll(process.stdin);
  return readFile(file, "utf8").catch(() => {
    throw new BadInputError(`The file ${file} cannot be read.`);
  });
}

function readAudience(written: string): Audience {
  const [, kind, code] = /^(followers|staff|unit)(?::(\S+))?$/.exec(written) ?? [];
  if (kind === "followers") return code === undefined ? { kind } : { kind, dossierCode: code.toUpperCase() };
  if (kind === "staff" && code === undefined) return { kind };
  if (kind === "unit" && code !== undefined) return { kind, unitCode: code };
  throw new InvalidArgumentError("Write followers, followers:DOSSIER, staff or unit:CODE.");
}

function readNumber(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError("Write a number.");
  return Number(written);
}
