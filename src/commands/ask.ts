import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import type { App } from "../app.ts";
import { createTerminalChannel } from "../channels/terminal/terminal-channel.ts";
import type { Channel } from "../conversation/delivery/channel.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { readClock } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

interface AskOptions {
  as: string;
  now?: Clock;
  json?: boolean;
}

export function addAsk(program: Command): void {
  program
    .command("ask")
    .description("Say one or more things to the assistant in one conversation and print what it answers.")
    .argument("<text...>", "one turn each; - reads a turn a line from stdin")
    .option("--as <who>", "citizen, or the username of a member of staff", "citizen")
    .option("--now <iso>", "set the clock", readClock)
    .option("--json", "print one JSON object a turn: {text, replies}")
    .action((texts: string[], options: AskOptions) => withApp(options, (app) => ask(app, texts, options)));
}

async function ask(app: App, texts: string[], options: AskOptions): Promise<void> {
  await checkSpeaker(app, options.as);
  const conversationId = `ask-${randomUUID()}`;
  const collected: Reply[] = [];
  const channel = options.json ? collectInto(collected) : createTerminalChannel(process.stdout);
  for await (const text of turnsOf(texts)) {
    const message = {
      id: randomUUID(),
      channel: channel.name,
      conversationId,
      content: { kind: "text" as const, text },
    };
    await app.handleMessage({ ...message, sentAt: app.clock(), speakAs: options.as });
    await app.deliver(new Map([[channel.name, channel]]));
    if (options.json) process.stdout.write(`${JSON.stringify({ text, replies: collected.splice(0) })}\n`);
  }
}

/** `citizen` or a username that exists. */
export async function checkSpeaker(app: App, who: string): Promise<void> {
  if (who === "citizen" || (await app.staff.findByUsername(who))) return;
  throw new BadInputError(
    `There is no member of staff "${who}". Import them (motcua import can-bo FILE) or use --as citizen.`,
  );
}

async function* turnsOf(texts: string[]): AsyncGenerator<string> {
  for (const text of texts) {
    if (text !== "-") yield text;
    else for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line;
  }
}

function collectInto(replies: Reply[]): Channel {
  return {
    name: "terminal",
    send: async ({ reply }) => {
      replies.push(reply);
      return { kind: "sent" };
    },
  };
}
