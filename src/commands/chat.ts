import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import type { App } from "../app.ts";
import { createTerminalChannel } from "../channels/terminal/terminal-channel.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { checkSpeaker } from "./ask.ts";
import { readClock } from "./clock-option.ts";
import { withApp } from "./with-app.ts";

const historyLines = 200;

export function addChat(program: Command): void {
  program
    .command("chat")
    .description("Talk with the assistant in this terminal; buttons are numbered choices, Ctrl-D ends.")
    .option("--as <who>", "citizen, or the username of a member of staff", "citizen")
    .option("--now <iso>", "set the clock", readClock)
    .action((options: { as: string; now?: Clock }) => withApp(options, (app) => chat(app, options.as)));
}

async function chat(app: App, speakAs: string): Promise<void> {
  await checkSpeaker(app, speakAs);
  const historyFile = join(app.dataDir, "chat-history");
  const history = existsSync(historyFile)
    ? readFileSync(historyFile, "utf8").split("\n").filter(Boolean)
    : [];
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    history,
    historySize: historyLines,
  });
  const channel = createTerminalChannel(process.stdout);
  const conversationId = `chat-${randomUUID()}`;

  async function turn(text: string): Promise<void> {
    const message = {
      id: randomUUID(),
      channel: channel.name,
      conversationId,
      content: { kind: "text" as const, text },
    };
    await app.handleMessage({ ...message, sentAt: app.clock(), speakAs });
    await app.deliver(new Map([[channel.name, channel]]));
    terminal.prompt();
  }

  terminal.on("history", (lines: string[]) => history.splice(0, history.length, ...lines));
  // Listening begins before the greeting: what is typed or piped in meanwhile is not lost.
  const lines = terminal[Symbol.asyncIterator]();
  await turn("/start");
  for await (const line of lines) {
    if (line.trim()) await turn(line);
    else terminal.prompt();
  }
  mkdirSync(app.dataDir, { recursive: true });
  writeFileSync(historyFile, history.slice(0, historyLines).join("\n"), { mode: 0o600 });
}
