import { createInterface } from "node:readline";
import { Option, type Command } from "commander";
import type { App } from "../app.ts";
import type { Understanding, UnderstandingContext } from "../conversation/understanding/understanding.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { showPeriod } from "../wording/show-period.ts";
import type { Say } from "../wording/wording.ts";
import { readClock } from "./clock-option.ts";
import { withApp } from "./with-app.ts";

interface UnderstandOptions {
  as: UnderstandingContext["role"];
  now?: Clock;
}

export function addUnderstand(program: Command): void {
  program
    .command("understand")
    .description("Print how a message is understood, as one JSON object a line.")
    .argument("<text...>", "the message; - reads one a line from stdin")
    .addOption(
      new Option("--as <role>").choices(["citizen", "officer", "leader", "admin"]).default("citizen"),
    )
    .option("--now <iso>", "set the clock", readClock)
    .option("--json", "JSON, which is what it always prints")
    .action((words: string[], options: UnderstandOptions) =>
      withApp(options, (app) => understandAll(app, words, options)),
    );
}

async function understandAll(app: App, words: string[], { as: role }: UnderstandOptions): Promise<void> {
  const { understand, settings } = await app.surroundings();
  const context = { now: app.clock(), role, periodBasis: settings.periodBasis };
  const print = (text: string) =>
    process.stdout.write(`${JSON.stringify(labelled(understand(text, context), app.say))}\n`);
  if (words.join(" ") !== "-") print(words.join(" "));
  else for await (const line of createInterface({ input: process.stdin })) print(line);
}

/** The reading with its period named as people name it. */
function labelled(reading: Understanding, say: Say): object {
  const { period } = reading.entities;
  if (!period) return reading;
  const entities = { ...reading.entities, period: { ...period, label: showPeriod(say, "vi", period) } };
  return { ...reading, entities };
}
